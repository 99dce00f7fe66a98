import type { Element } from '@xmldom/xmldom';

/** Receives what is wrong with an element, and what to write. */
export type Report = (element: Element, text: string) => void;

/** One sentence with line and element for each report. */
export function createReport(): { readonly problems: readonly string[]; readonly report: Report } {
  const problems: string[] = [];
  return {
    problems,
    report: (element, text) => problems.push(`line ${element.lineNumber ?? '?'}: <${element.nodeName}> ${text}`),
  };
}

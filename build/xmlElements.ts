import { DOMParser, ParseError, type Element, type Node } from '@xmldom/xmldom';

/** A text that is not well-formed XML, with the line where known. */
export class NotWellFormedError extends Error {
  override readonly name = 'NotWellFormedError';
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}

/** The root element of an XML text. @throws NotWellFormedError */
export function parseXml(xml: string): Element {
  let problem: NotWellFormedError | undefined;
  const onError = (_level: string, message: string, { locator }: { locator?: { lineNumber?: number } }): void => {
    problem ??= new NotWellFormedError(message, locator?.lineNumber);
  };
  let root: Element | null = null;
  try {
    root = new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    problem ??= new NotWellFormedError(error.message);
  }
  if (problem) throw problem;
  if (!root) throw new NotWellFormedError('there is no element');
  return root;
}

/** The child elements, without texts and comments. */
export function childElements(element: Element): readonly Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);
}

/** All elements below an element, in document order. */
export function descendants(element: Element): readonly Element[] {
  return [...element.getElementsByTagName('*')];
}

/** The name without its prefix. */
export function localName(element: Element): string {
  return element.localName ?? element.nodeName;
}

/** The first child element of that local name. */
export function child(element: Element, name: string): Element | undefined {
  return childElements(element).find((one) => localName(one) === name);
}

/** The nearest element of that local name around an element. */
export function ancestor(element: Element, name: string): Element | undefined {
  let node: Node | null = element.parentNode;
  while (node && node.nodeType === node.ELEMENT_NODE) {
    if (localName(node as Element) === name) return node as Element;
    node = node.parentNode;
  }
  return undefined;
}

/** The value of `xsi:type`, under any prefix. */
export function xsiType(element: Element): string {
  return element.getAttributeNS('http://www.w3.org/2001/XMLSchema-instance', 'type') ?? '';
}

import { descendants, localName, NotWellFormedError, parseXml } from '../../build/xmlElements';

/** What a manifest names. */
export interface ManifestContent {
  /** Addresses of pages and icons. */
  readonly addresses: readonly string[];
  /** Origins that the add-in's windows may open besides its own. */
  readonly domains: readonly string[];
  readonly version: string;
}

/** Reads an add-in's manifest; null for any other text. */
export function readManifest(xml: string): ManifestContent | null {
  const root = parsed(xml);
  if (!root || localName(root) !== 'OfficeApp') return null;
  const all = descendants(root);
  const texts = (name: string): readonly string[] =>
    all.filter((element) => localName(element) === name).map(({ textContent }) => textContent?.trim() ?? '');
  return {
    addresses: all
      .flatMap((element) => [element.getAttribute('DefaultValue') ?? '', element.getAttribute('Value') ?? ''])
      .filter((value) => /^https?:/.test(value)),
    domains: texts('AppDomain'),
    version: texts('Version')[0] ?? '',
  };
}

function parsed(xml: string): ReturnType<typeof parseXml> | null {
  try {
    return parseXml(xml);
  } catch (error) {
    if (!(error instanceof NotWellFormedError)) throw error;
    return null;
  }
}

/** What a page of the add-in names. */
export interface PageContent {
  /** The text of the config block. */
  readonly config: string;
  /** Addresses as written. */
  readonly scripts: readonly string[];
  /** Style sheets, and files that are loaded early; addresses as written. */
  readonly links: readonly string[];
  /** True if there is a script in the page itself; the build writes none. */
  readonly hasInlineScript: boolean;
}

/** Reads a page of the add-in; null for another page. */
export function readPage(html: string): PageContent | null {
  const elements = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/gi)].map(([, attributes = '', text = '']) => ({
    src: attribute(attributes, 'src'),
    id: attribute(attributes, 'id'),
    type: attribute(attributes, 'type') ?? '',
    text,
  }));
  const config = elements.find(({ id }) => id === 'config');
  if (!config) return null;
  return {
    config: config.text,
    scripts: elements.flatMap(({ src }) => src ?? []),
    links: [...html.matchAll(/<link\b([^>]*)>/gi)].flatMap(
      ([, attributes = '']) => attribute(attributes, 'href') ?? [],
    ),
    hasInlineScript: elements.some(({ src, type }) => src === null && !/json/.test(type)),
  };
}

function attribute(attributes: string, name: string): string | null {
  return new RegExp(String.raw`(?:^|\s)${name}\s*=\s*["']?([^"'\s>]+)`, 'i').exec(attributes)?.[1] ?? null;
}

import type { Element } from '@xmldom/xmldom';
import { child, childElements, descendants, localName, parseXml } from './xmlElements';

/** The XML manifest, read in one language. */
export interface ManifestSource {
  readonly root: Element;
  /** The inner overrides, which have pinning and the buttons of mobile devices. */
  readonly overrides: Element;
  /** Undefined for the language of the manifest itself. */
  readonly locale: string | undefined;
}

/** Reads the XML manifest. @param locale of the texts, such as `de-DE`; without it those of the manifest's own language. */
export function readSource(xml: string, locale?: string): ManifestSource {
  const root = parseXml(xml);
  const overrides = descendants(root).findLast((one) => localName(one) === 'VersionOverrides');
  if (!overrides) throw new Error('The manifest has no <VersionOverrides>. Add them.');
  return { root, overrides, locale };
}

/** The text or address in Resources that an element refers to. */
export function resource(source: ManifestSource, element: Element): string {
  const resid = attribute(element, 'resid');
  const found = descendants(required(source.overrides, 'Resources')).find((one) => one.getAttribute('id') === resid);
  if (!found) throw new Error(`<Resources> has no "${resid}".`);
  return textOf(source, found);
}

/** The text or address of an element in the language of the source. */
export function textOf({ locale }: ManifestSource, element: Element): string {
  const translated = childElements(element).find((one) => one.getAttribute('Locale') === locale);
  return translated ? attribute(translated, 'Value') : attribute(element, 'DefaultValue');
}

/** All elements of that local name in an element. */
export function named(element: Element, name: string): readonly Element[] {
  return descendants(element).filter((one) => localName(one) === name);
}

/** The child of that local name. @throws Error where there is none. */
export function required(element: Element, name: string): Element {
  const found = child(element, name);
  if (!found) throw new Error(`<${element.nodeName}> has no <${name}>.`);
  return found;
}

/** The text in a child. */
export function valueOf(element: Element, name: string): string {
  return required(element, name).textContent ?? '';
}

/** The value of an attribute. @throws Error where there is none. */
export function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (value === null) throw new Error(`<${element.nodeName}> has no attribute ${name}.`);
  return value;
}

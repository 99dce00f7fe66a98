import type { Element } from '@xmldom/xmldom';
import { childElements, localName, xsiType } from '../../build/xmlElements';
import { type ElementType, type Namespace, parseParticle, type Particle, type ValueType } from './elementType';
import type { Report } from './report';
import { structure } from './structure';

/** Checks elements, their order and number, attributes and values against the structure of a manifest. */
export function checkStructure(root: Element, report: Report): void {
  const expected = parseParticle('OfficeApp', 'base');
  if (localName(root) !== expected.name) report(root, `is not the root of a manifest. Write <${expected.name}>.`);
  else if (root.namespaceURI !== namespaceOf(expected.namespace).uri) reportNamespace(root, expected.namespace, report);
  else checkElement(root, expected, report);
}

function checkElement(element: Element, particle: Particle, report: Report): void {
  const type = selectType(element, typeOf(particle), report);
  if (!type) return;
  checkAttributes(element, typeOf(particle).variants !== undefined, type.attributes ?? {}, report);
  checkText(element, type, report);
  checkChildren(
    element,
    (type.children ?? []).map((one) => parseParticle(one, particle.namespace)),
    report,
  );
}

/** The type that `xsi:type` selects, together with what all variants have; undefined where it selects none. */
function selectType(element: Element, type: ElementType, report: Report): ElementType | undefined {
  if (!type.variants) return type;
  const selected = type.variants[xsiType(element)];
  if (selected) return { ...selected, attributes: { ...type.attributes, ...selected.attributes } };
  const known = Object.keys(type.variants).map((one) => `xsi:type="${one}"`);
  report(
    element,
    `has ${xsiType(element) ? `xsi:type="${xsiType(element)}"` : 'no xsi:type'}. Write ${choice(known)}.`,
  );
  return undefined;
}

function checkText(element: Element, type: ElementType, report: Report): void {
  const all = element.textContent ?? '';
  if (type.text) checkValue(element, `the value "${all}"`, all, type.text, report);
  else if (ownText(element) !== '') report(element, `contains the text "${ownText(element)}". Remove the text.`);
}

function checkAttributes(
  element: Element,
  hasVariants: boolean,
  types: Readonly<Record<string, ValueType>>,
  report: Report,
): void {
  const names = Object.keys(types).map((one) => one.replace('?', ''));
  for (const { name, prefix, value } of element.attributes) {
    const type = types[name] ?? types[`${name}?`];
    if (type) checkValue(element, `${name}="${value}"`, value, type, report);
    else if (!isOfXml(name, prefix) && !(hasVariants && prefix === 'xsi')) {
      const allowed = names.length === 0 ? 'has none' : `has only ${names.join(', ')}`;
      report(element, `has the attribute ${name}, which is not known. Remove it: the element ${allowed}.`);
    }
  }
  for (const [name, { write }] of Object.entries(types)) {
    if (!name.endsWith('?') && !element.hasAttribute(name)) {
      report(element, `has no attribute ${name}. Add ${name}="…" with ${write}.`);
    }
  }
}

/** Namespaces, and the addresses of schemas. */
function isOfXml(name: string, prefix: string | null): boolean {
  return name === 'xmlns' || prefix === 'xmlns' || name === 'xsi:schemaLocation';
}

function checkValue(element: Element, what: string, value: string, type: ValueType, report: Report): void {
  if (!type.pattern.test(value)) report(element, `has ${what}. Write ${type.write}.`);
}

function checkChildren(element: Element, particles: readonly Particle[], report: Report): void {
  const found = childElements(element).map((child) => ({ child, particle: findParticle(child, particles) }));
  const strange = found.filter(({ particle }) => !particle);
  for (const { child } of strange) reportStrange(child, element, particles, report);
  if (strange.length === 0) {
    reportMissing(element, found, particles, report);
    reportOrder(element, found, particles, report);
    reportRepeated(element, found, report);
  }
  for (const { child, particle } of found) if (particle) checkElement(child, particle, report);
}

interface Found {
  readonly child: Element;
  readonly particle: Particle | undefined;
}

function findParticle(child: Element, particles: readonly Particle[]): Particle | undefined {
  return particles.find(
    (one) => one.name === localName(child) && namespaceOf(one.namespace).uri === child.namespaceURI,
  );
}

function reportStrange(child: Element, parent: Element, particles: readonly Particle[], report: Report): void {
  const sameName = particles.find(({ name }) => name === localName(child));
  if (sameName) reportNamespace(child, sameName.namespace, report);
  else if (particles.length === 0)
    report(child, `is not allowed in <${parent.nodeName}>, which has no elements. Remove it.`);
  else report(child, `is not allowed in <${parent.nodeName}>. Write only ${names(particles)}.`);
}

function reportNamespace(element: Element, namespace: string, report: Report): void {
  report(element, `is in the namespace "${element.namespaceURI ?? ''}". Write "${namespaceOf(namespace).uri}".`);
}

function reportMissing(
  element: Element,
  found: readonly Found[],
  particles: readonly Particle[],
  report: Report,
): void {
  particles.forEach((missing, index) => {
    if (!missing.required || found.some(({ particle }) => particle === missing)) return;
    const before = particles.slice(0, index).findLast((one) => found.some(({ particle }) => particle === one));
    const place = before ? `after <${written(before)}>` : 'as its first element';
    report(element, `lacks <${written(missing)}>. Add it ${place}.`);
  });
}

function reportOrder(element: Element, found: readonly Found[], particles: readonly Particle[], report: Report): void {
  const places = found.map(({ particle }) => particles.findIndex((one) => one === particle));
  const late = places.findIndex((place, index) => place < Math.max(...places.slice(0, index)));
  const child = found[late]?.child;
  if (child)
    report(
      child,
      `is in the wrong place. Write the elements of <${element.nodeName}> in the order ${names(particles)}.`,
    );
}

function reportRepeated(element: Element, found: readonly Found[], report: Report): void {
  found.forEach(({ child, particle }, index) => {
    if (particle?.repeats === false && found.findIndex((one) => one.particle === particle) < index) {
      report(child, `is in <${element.nodeName}> more than once. Write it once.`);
    }
  });
}

/** The type of the table. @throws Error where the table has a name without a type. */
export function typeOf({ namespace, type }: Particle): ElementType {
  const found = namespaceOf(namespace).types[type];
  if (!found) throw new Error(`The structure has no type "${type}" in "${namespace}".`);
  return found;
}

function namespaceOf(prefix: string): Namespace {
  const namespace = structure[prefix];
  if (!namespace) throw new Error(`The structure has no namespace "${prefix}".`);
  return namespace;
}

function names(particles: readonly Particle[]): string {
  return particles.map(written).join(', ');
}

/** The element as a manifest usually has it: only the basic types have a prefix there. */
function written({ namespace, name }: Particle): string {
  return namespace === 'bt' ? `bt:${name}` : name;
}

function choice(words: readonly string[]): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}` : words.join('');
}

function ownText(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeType === node.TEXT_NODE || node.nodeType === node.CDATA_SECTION_NODE)
    .map((node) => node.nodeValue ?? '')
    .join('')
    .trim();
}

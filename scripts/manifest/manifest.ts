import type { Element } from '@xmldom/xmldom';
import { ancestor, childElements, descendants, localName } from '../../build/xmlElements';
import type { Report } from './report';

/** The files beside a manifest. Paths are relative to its folder. */
export interface ManifestFolder {
  /** Resolves to the size of an icon in pixels, null if there is no such PNG file. */
  iconSize(path: string): Promise<{ readonly width: number; readonly height: number } | null>;
  /** Resolves to true if there is such a page. */
  hasPage(path: string): Promise<boolean>;
}

/** A manifest of the right structure, with what it is compared to. */
export interface Manifest {
  readonly root: Element;
  /** Of package.json. */
  readonly version: string;
  readonly folder: ManifestFolder;
}

/** One rule about manifests. */
export type Rule = (manifest: Manifest, report: Report) => Promise<void> | void;

/** All elements of that local name, in document order. */
export function elementsNamed(root: Element, ...names: readonly string[]): readonly Element[] {
  return descendants(root).filter((one) => names.includes(localName(one)));
}

/** The overrides, from the outer to the inner. Each has its own resources and ids. */
export function versionOverrides(root: Element): readonly Element[] {
  return elementsNamed(root, 'VersionOverrides');
}

/** The elements of one VersionOverrides, without those of the VersionOverrides in it. */
export function elementsOf(overrides: Element): readonly Element[] {
  return descendants(overrides).filter(
    (one) => localName(one) !== 'VersionOverrides' && ancestor(one, 'VersionOverrides') === overrides,
  );
}

/** The definitions in the Resources of one VersionOverrides, by id. */
export function resourcesOf(overrides: Element): ReadonlyMap<string, Element> {
  const defined = elementsOf(overrides).filter((one) => one.hasAttribute('id') && isResource(one));
  return new Map(defined.map((one) => [one.getAttribute('id') ?? '', one]));
}

/** The translations in an element. */
export function translationsOf(element: Element): readonly Element[] {
  return childElements(element).filter((one) => localName(one) === 'Override');
}

/** True for definitions in Resources and what is in them. */
export function isResource(element: Element): boolean {
  return ancestor(element, 'Resources') !== undefined;
}

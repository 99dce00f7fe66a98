import type { Element } from '@xmldom/xmldom';
import { childElements, localName, xsiType } from '../../../build/xmlElements';
import { elementsNamed, elementsOf, type Manifest, resourcesOf, type Rule, versionOverrides } from '../manifest';
import type { Report } from '../report';
import { pathInFolder } from './addresses';

interface IconSize {
  readonly size: number;
  readonly scale: number;
}

const buttonSizes: readonly IconSize[] = [16, 32, 80].map((size) => ({ size, scale: 1 }));
const mobileSizes: readonly IconSize[] = [25, 32, 48].flatMap((size) => [1, 2, 3].map((scale) => ({ size, scale })));

/** Each button has an icon of each required size, once. */
export const checkIconSizes: Rule = ({ root }, report) => {
  for (const icon of elementsNamed(root, 'Icon')) {
    const isMobile = xsiType(icon) !== '';
    const images = childElements(icon);
    for (const required of isMobile ? mobileSizes : buttonSizes) {
      const count = images.filter((one) => isOfSize(one, required)).length;
      const attributes = `size="${required.size}"${isMobile ? ` scale="${required.scale}"` : ''}`;
      if (count === 0) report(icon, `lacks an icon. Add <bt:Image ${attributes} resid="…" />.`);
      if (count > 1) report(icon, `has <bt:Image ${attributes}> more than once. Write it once.`);
    }
  }
};

/** Each icon is a file with the pixels that its element names. */
export const checkIconFiles: Rule = async (manifest, report) => {
  for (const icon of elementsNamed(manifest.root, 'IconUrl')) await checkFile(manifest, icon, icon, 64, report);
  for (const icon of elementsNamed(manifest.root, 'HighResolutionIconUrl')) {
    await checkFile(manifest, icon, icon, 128, report);
  }
  for (const overrides of versionOverrides(manifest.root)) {
    const resources = resourcesOf(overrides);
    for (const image of elementsOf(overrides)) {
      const resource = localName(image) === 'Image' ? resources.get(image.getAttribute('resid') ?? '') : undefined;
      if (resource) await checkFile(manifest, image, resource, pixelsOf(image), report);
    }
  }
};

async function checkFile(
  manifest: Manifest,
  element: Element,
  holder: Element,
  pixels: number,
  report: Report,
): Promise<void> {
  const path = pathInFolder(manifest, holder.getAttribute('DefaultValue') ?? '');
  if (path === null) return;
  const size = await manifest.folder.iconSize(path);
  if (!size) report(element, `has the icon ${path}, which is not a PNG file here. Write the address of one.`);
  else if (size.width !== pixels || size.height !== pixels) {
    report(
      element,
      `has the icon ${path} of ${size.width} x ${size.height} pixels. Write one of ${pixels} x ${pixels}.`,
    );
  }
}

function isOfSize(image: Element, { size, scale }: IconSize): boolean {
  return Number(image.getAttribute('size')) === size && Number(image.getAttribute('scale') ?? 1) === scale;
}

function pixelsOf(image: Element): number {
  return Number(image.getAttribute('size')) * Number(image.getAttribute('scale') ?? 1);
}

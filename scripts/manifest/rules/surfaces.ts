import type { Element } from '@xmldom/xmldom';
import { ancestor, xsiType } from '../../../build/xmlElements';
import { elementsNamed, elementsOf, type Rule, versionOverrides } from '../manifest';

const surfaces = [
  'MessageReadCommandSurface',
  'MessageComposeCommandSurface',
  'AppointmentOrganizerCommandSurface',
  'AppointmentAttendeeCommandSurface',
];

/** Messages can be pinned and selected together; appointments cannot. */
export const checkMessageFeatures: Rule = ({ root }, report) => {
  for (const element of elementsNamed(root, 'SupportsPinning', 'SupportsMultiSelect')) {
    const surface = surfaceOf(element);
    if (!surface.startsWith('Message')) report(element, `is in ${surface}, but exists for messages only. Remove it.`);
  }
};

/** Both overrides have a button in messages and appointments, each in reading and in writing. */
export const checkSurfaces: Rule = ({ root }, report) => {
  for (const overrides of versionOverrides(root)) {
    const present = elementsOf(overrides).map(xsiType);
    for (const surface of surfaces) {
      if (!present.includes(surface))
        report(overrides, `has no button in ${surface}. Add <ExtensionPoint xsi:type="${surface}">.`);
    }
  }
};

/** Pinning and mobile clients need the overrides 1.1 inside the overrides 1.0, which older clients read. */
export const checkInnerOverrides: Rule = ({ root }, report) => {
  const [outer, inner] = versionOverrides(root);
  if (outer && !inner)
    report(outer, 'lacks the overrides 1.1. Add <VersionOverrides xsi:type="VersionOverridesV1_1">.');
  if (inner && elementsNamed(inner, 'SupportsPinning').length === 0) {
    report(inner, 'has no pinning. Add <SupportsPinning>true</SupportsPinning> to the buttons in messages.');
  }
};

function surfaceOf(element: Element): string {
  const surface = ancestor(element, 'ExtensionPoint');
  return surface ? xsiType(surface) : '';
}

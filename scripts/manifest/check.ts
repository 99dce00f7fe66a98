import type { Element } from '@xmldom/xmldom';
import { NotWellFormedError, parseXml } from '../../build/xmlElements';
import { checkStructure } from './checkStructure';
import type { ManifestFolder, Rule } from './manifest';
import { createReport } from './report';
import { checkAddresses, checkAppDomains, checkPages } from './rules/addresses';
import { checkIconFiles, checkIconSizes } from './rules/icons';
import { checkHost, checkPermission, checkSetVersions, checkVersion } from './rules/identity';
import { checkIds, checkVariantsOnce } from './rules/ids';
import { checkReferences, checkUnused } from './rules/resources';
import { checkInnerOverrides, checkMessageFeatures, checkSurfaces } from './rules/surfaces';
import { checkTexts } from './rules/texts';

/** Each stage relies on what the stages before it have found to be right. */
const stages: readonly (readonly Rule[])[] = [
  [({ root }, report) => checkStructure(root, report)],
  [checkVersion, checkPermission, checkHost, checkSetVersions, checkIds, checkVariantsOnce],
  [
    checkReferences,
    checkAddresses,
    checkAppDomains,
    checkTexts,
    checkIconSizes,
    checkMessageFeatures,
    checkSurfaces,
    checkInnerOverrides,
  ],
  [checkPages, checkIconFiles, checkUnused],
];

/**
 * Checks the add-in's XML manifest. Resolves to one sentence per problem with line, element and what to write: those
 * of the first stage that finds any.
 * @param version of package.json.
 */
export async function checkManifest(xml: string, version: string, folder: ManifestFolder): Promise<readonly string[]> {
  let root: Element;
  try {
    root = parseXml(xml);
  } catch (error) {
    if (!(error instanceof NotWellFormedError)) throw error;
    return [`line ${error.line ?? '?'}: This is not well-formed XML: ${error.message}. Write matching tags.`];
  }
  const manifest = { root, version, folder };
  const { problems, report } = createReport();
  for (const rules of stages) {
    for (const rule of rules) await rule(manifest, report);
    if (problems.length > 0) break;
  }
  return problems;
}

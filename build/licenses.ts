import { readFileSync } from 'node:fs';

/** A bundled package, as the license plugin reports it. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly license: string | null;
  readonly licenseText?: string;
}

/** Packages without a text of their own, and those of the same project that have it. */
const sameText: Readonly<Record<string, string>> = { '@fluentui/react-icons': '@fluentui/react-components' };

/** The license texts of all packages, as one text. @throws Error naming a package without one. */
export function licenseTexts(packages: readonly BundledPackage[]): string {
  return packages
    .map(({ name, version, license, licenseText }) => {
      const other = sameText[name];
      const text = licenseText ?? (other && readFileSync(`node_modules/${other}/LICENSE`, 'utf8'));
      if (!text) throw new Error(`The package ${name} has no license text. Name one in build/licenses.ts.`);
      return `${name} ${version}, ${license ?? 'no license named'}\n\n${text.trim()}\n`;
    })
    .join('\n\n');
}

/** The same packages as a software bill of materials (CycloneDX 1.5), as JSON. */
export function billOfMaterials(packages: readonly BundledPackage[]): string {
  const components = packages.map(({ name, version, license }) => ({
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    ...(license && { licenses: [{ license: { id: license } }] }),
  }));
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, components }, null, 2);
}

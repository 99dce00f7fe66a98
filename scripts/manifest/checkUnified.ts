import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv-draft-04';
import sharp from 'sharp';

/** The published schemas of all versions. */
const schemas = 'node_modules/@microsoft/app-manifest/build/json-schemas/teams';

const ajv = new Ajv({
  allErrors: true,
  strictTypes: false,
  // Some published patterns are not valid with the flag u.
  unicodeRegExp: false,
  formats: { uri: (address: string) => URL.canParse(address) },
});
const validators = new Map<string, ValidateFunction>();

/** What is read from a manifest that fits its schema. */
interface UnifiedManifest {
  readonly icons: { readonly color: string; readonly outline: string };
  readonly localizationInfo?: { readonly additionalLanguages?: readonly { readonly file: string }[] };
}

/**
 * Checks a unified manifest, its translations and its icons. Resolves to one sentence per problem.
 * @param folder of the manifest, in which its other files are.
 */
export async function checkUnifiedManifest(content: string, folder: string): Promise<readonly string[]> {
  const json = parseJson(content);
  if (!isObject(json)) return ['This is not a JSON object. Write a unified manifest.'];
  const version = typeof json['manifestVersion'] === 'string' ? json['manifestVersion'] : '';
  if (!/^1\.\d+$/.test(version) || !existsSync(schemaFile(version, 'schema'))) {
    return [`"manifestVersion" is "${version}", which has no published schema. Write a version such as "1.17".`];
  }
  const problems = schemaProblems(json, schemaFile(version, 'schema'));
  if (problems.length > 0) return problems;
  const { icons, localizationInfo } = json as unknown as UnifiedManifest;
  const translations = (localizationInfo?.additionalLanguages ?? []).map(({ file }) => file);
  const found = await Promise.all([
    ...translations.map((file) => checkTranslation(folder, file, version)),
    checkIcon(folder, icons.color, 192),
    checkIcon(folder, icons.outline, 32),
  ]);
  return found.flat();
}

async function checkTranslation(folder: string, file: string, version: string): Promise<readonly string[]> {
  const path = join(folder, file);
  if (!existsSync(path)) return [`The manifest names the texts ${file}, which are not here. Add the file.`];
  const json = parseJson(await readFile(path, 'utf8'));
  if (!isObject(json)) return [`${file} is not a JSON object. Write texts by their place in the manifest.`];
  return schemaProblems(json, schemaFile(version, 'Localization.schema')).map((problem) => `${file}: ${problem}`);
}

async function checkIcon(folder: string, file: string, pixels: number): Promise<readonly string[]> {
  const size = await sharp(join(folder, file))
    .metadata()
    .catch(() => null);
  if (size?.width === pixels && size.height === pixels) return [];
  const present = size ? `has ${size.width} x ${size.height} pixels` : 'is not a picture here';
  return [`The icon ${file} ${present}. Write the path of one of ${pixels} x ${pixels}.`];
}

function schemaProblems(json: object, schema: string): readonly string[] {
  const validate = validatorOf(schema);
  return validate(json) ? [] : (validate.errors ?? []).map(sentenceOf);
}

function validatorOf(schema: string): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const validator = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);
  validators.set(schema, validator);
  return validator;
}

function sentenceOf({ instancePath, message, params }: ErrorObject): string {
  const place = instancePath === '' ? 'The manifest' : `"${instancePath}"`;
  const details = Object.values(params as Record<string, unknown>)
    .map(String)
    .join(', ');
  return `${place} ${message ?? 'is wrong'} (${details}).`;
}

function schemaFile(version: string, name: string): string {
  return join(schemas, `v${version}`, `MicrosoftTeams.${name}.json`);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function isObject(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

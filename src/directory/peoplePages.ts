import { allFields, basicFields, groupFields, parsePerson, type DirectoryPerson } from './directoryPerson';
import { UserListError } from './errors';

/** One page of the organization's users, or of its groups. */
export interface PeoplePage {
  readonly people: readonly DirectoryPerson[];
  /** URL of the next page; null after the last. */
  readonly next: string | null;
}

type Headers = Readonly<Record<string, string>>;

/** Reads the JSON of a URL of the service, with headers beside those of every request. */
export type ReadUrl = (url: string, headers?: Headers) => Promise<Readonly<Record<string, unknown>>>;

/** Entries of a page, the most that the service gives. */
const pageSize = 999;

/** The URL of the first page, in the order of names (Microsoft Graph, list users). `isBasic`: with few properties. */
export function firstPage(serviceUrl: string, isBasic = false): string {
  const fields = isBasic ? basicFields : allFields;
  return `${serviceUrl}/users?$select=${fields}&$orderby=displayName&$top=${pageSize}`;
}

/** The URL of the first page of those groups that can have photos, in the order of names (Microsoft Graph, list groups). */
export function firstGroupPage(serviceUrl: string): string {
  const filter = encodeURIComponent("groupTypes/any(c:c eq 'Unified')");
  return `${serviceUrl}/groups?$select=${groupFields}&$filter=${filter}&$orderby=displayName&$count=true&$top=${pageSize}`;
}

/** Without it, the service does not order what it filters (Microsoft Graph, advanced queries). */
const eventual: Headers = { ConsistencyLevel: 'eventual' };

/**
 * Reads a page of the organization's users; `isOfGroups`: of its groups.
 * @throws UserListError, and what `read` throws.
 */
export async function readPage(url: string, read: ReadUrl, isOfGroups = false): Promise<PeoplePage> {
  const { value, '@odata.nextLink': link = null } = await read(url, isOfGroups ? eventual : undefined);
  if (!Array.isArray(value)) throw new UserListError('The answer is no list');
  const people = (value as readonly unknown[]).map((one) => parsePerson(one, isOfGroups)).filter((one) => one !== null);
  return { people, next: link === null ? null : checkedLink(link, url) };
}

/** The token is sent to the service only, and a page that leads to itself would never end. */
function checkedLink(link: unknown, before: string): string {
  const isUrl = typeof link === 'string' && URL.canParse(link);
  if (!isUrl || new URL(link).origin !== new URL(before).origin || link === before) {
    throw new UserListError('The link to the next page leads to another place');
  }
  return link;
}

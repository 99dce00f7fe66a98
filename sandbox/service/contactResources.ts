import { contactId, contactsIn, findContact, folderId, foldersOf, type Contact } from './contacts';
import { findInDirectory } from './directory';
import type { Filter } from './odata/filter';
import { matches, type Entity } from './odata/matches';
import { nextPage, readOptions, readSelect, type OptionLimits } from './odata/options';
import { sorted } from './odata/sorted';
import { QueryError } from './odata/tokenize';
import { hasAny, readContacts } from './permissions';
import type { Person } from './person';
import type { ResourceRequest } from './resourceRequest';
import { accessDenied, errorResponse, type ServiceResponse } from './serviceResponse';
import type { Target } from './target';

const properties = ['id', 'displayName', 'emailAddresses', 'givenName', 'parentFolderId', 'surname'];
const paging: Pick<OptionLimits, 'pageSize' | 'maxTop' | 'paging'> = { pageSize: 10, maxTop: 1000, paging: '$skip' };
const contactLimits: OptionLimits = { ...paging, properties, type: 'microsoft.graph.contact' };
const folderLimits: OptionLimits = {
  ...paging,
  properties: ['id', 'displayName', 'parentFolderId'],
  type: 'microsoft.graph.contactFolder',
};

const notFound = (): ServiceResponse =>
  errorResponse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/**
 * `GET /me/contacts`, `GET /me/contactFolders/{id}/contacts`, each also with `/$count`. `folder` null: the default folder.
 * @throws QueryError
 */
export function listContacts(
  request: ResourceRequest,
  { key, folder, isCount }: Extract<Target, { kind: 'contacts' }>,
): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const name = findFolder(owner, folder);
  if (folder !== null && name === undefined) return notFound();
  const entities = contactsIn(owner, name, request.service.state.numberedContacts).map((one) =>
    contactEntity(owner, one),
  );
  if (isCount) return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(entities.length) };
  return listPage(request, entities, `${folder === null ? '' : `contactFolders('${folder}')/`}contacts`, contactLimits);
}

/** `GET /me/contacts/{id}`. @throws QueryError */
export function readContact(request: ResourceRequest, key: string | null, id: string): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const contact = findContact(owner, id);
  if (!contact) return notFound();
  const fields = fieldsOf(contactEntity(owner, contact), readSelect(request.path.query, contactLimits), contactLimits);
  return { status: 200, body: { '@odata.context': contextUrl(request, 'contacts/$entity'), ...fields } };
}

/** `GET /me/contactFolders`: the folders beside the default one. @throws QueryError */
export function listContactFolders(request: ResourceRequest, key: string | null): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const entities = foldersOf(owner).map((name) => folderEntity(owner, name));
  return listPage(request, entities, 'contactFolders', folderLimits);
}

/** `GET /me/contactFolders/{id}` and `/childFolders` in it; no folder has any. @throws QueryError */
export function readContactFolder(
  request: ResourceRequest,
  { key, id, isChildren }: Extract<Target, { kind: 'contactFolder' }>,
): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const name = findFolder(owner, id);
  if (name === undefined) return notFound();
  if (isChildren) return listPage(request, [], `contactFolders('${id}')/childFolders`, folderLimits);
  const fields = fieldsOf(folderEntity(owner, name), readSelect(request.path.query, folderLimits), folderLimits);
  return { status: 200, body: { '@odata.context': contextUrl(request, 'contactFolders/$entity'), ...fields } };
}

function findFolder(owner: Person, id: string | null): string | undefined {
  return foldersOf(owner).find((name) => folderId(owner, name) === id);
}

function folderEntity(owner: Person, displayName: string): Entity {
  return { id: folderId(owner, displayName), displayName, parentFolderId: folderId(owner, 'Root') };
}

/** One page of a mailbox's entries, with filter, order and the fields of `$select`. @throws QueryError */
function listPage(
  request: ResourceRequest,
  entities: readonly Entity[],
  name: string,
  limits: OptionLimits,
): ServiceResponse {
  const { service, path } = request;
  const { filter, search, select, top, skip, orderBy, isCounted } = readOptions(path.query, limits);
  if (search || (filter && !isSupported(filter, limits))) {
    throw new QueryError('The query filter contains one or more invalid nodes.', 'ErrorInvalidUrlQueryFilter');
  }
  const found = sorted(
    entities.filter((one) => !filter || matches(one, filter)),
    orderBy,
  );
  const next = skip + top;
  const link = `${service.origin}${path.root}/me/${name}?${nextPage(path.query, next, limits)}`;
  return {
    status: 200,
    body: {
      '@odata.context': contextUrl(request, name),
      ...(isCounted && { '@odata.count': found.length }),
      ...(next < found.length && { '@odata.nextLink': link }),
      value: found.slice(skip, next).map((one) => fieldsOf(one, select, limits)),
    },
  };
}

/** The caller, if the path names their contacts and the token allows it; contacts of others are not shared here. */
function ownerOf({ claims, caller }: ResourceRequest, key: string | null): Person | null {
  const owner = key === null ? caller : findInDirectory(key);
  return owner && owner === caller && hasAny(claims, readContacts) ? owner : null;
}

/** Of addresses only `any` with `eq` can be filtered (Microsoft Graph, list contacts). */
function isSupported(filter: Filter, limits: OptionLimits): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.every((part) => isSupported(part, limits));
    case 'any': {
      const { path, variable, part } = filter;
      const isAddress = part.kind === 'compare' && part.operator === 'eq' && part.path === `${variable}/address`;
      return path === 'emailAddresses' && limits.properties.includes(path) && isAddress;
    }
    case 'compare':
    case 'call':
      return filter.path === 'displayName';
    default:
      return false;
  }
}

function contactEntity(owner: Person, contact: Contact): Entity {
  const [givenName, ...others] = contact.name.split(' ');
  return {
    id: contactId(contact),
    displayName: contact.name,
    givenName,
    surname: others.join(' ') || null,
    parentFolderId: folderId(owner, contact.folder ?? 'Contacts'),
    emailAddresses: contact.addresses.map((address) => ({ name: contact.name, address })),
  };
}

/** `id` is always returned, and of contacts their version. */
function fieldsOf(entity: Entity, select: readonly string[] | null, limits: OptionLimits): object {
  const names = select ? ['id', ...select] : limits.properties;
  const fields = Object.fromEntries(names.map((name) => [name, entity[name]]));
  return limits === contactLimits ? { '@odata.etag': 'W/"1"', ...fields } : fields;
}

function contextUrl({ service, path, claims }: ResourceRequest, name: string): string {
  return `${service.origin}${path.root}/$metadata#users('${encodeURIComponent(claims.upn)}')/${name}`;
}

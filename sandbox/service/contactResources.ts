import { contactId, contactsIn, findContact, folderId, foldersOf, type Contact } from './contacts';
import { findInDirectory } from './directory';
import type { Filter } from './odata/filter';
import { matches, type Entity } from './odata/matches';
import { readOptions, readSelect, skipToken } from './odata/options';
import { QueryError } from './odata/tokenize';
import { hasAny, readContacts } from './permissions';
import type { Person } from './person';
import type { ResourceRequest } from './resourceRequest';
import { accessDenied, errorResponse, type ServiceResponse } from './serviceResponse';

const properties = ['id', 'displayName', 'emailAddresses', 'givenName', 'parentFolderId', 'surname'];
const limits = { properties, type: 'microsoft.graph.contact', pageSize: 10, maxTop: 1000 };

const notFound = (): ServiceResponse =>
  errorResponse(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

/** `GET /me/contacts`, `GET /me/contactFolders/{id}/contacts`. `folder` null: the default folder. @throws QueryError */
export function listContacts(request: ResourceRequest, key: string | null, folder: string | null): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const name = foldersOf(owner).find((one) => folderId(owner, one) === folder);
  if (folder !== null && name === undefined) return notFound();
  const { filter, search, select, top, skip } = readOptions(request.path.query, limits);
  if (search || (filter && !isSupported(filter))) {
    throw new QueryError('The query filter contains one or more invalid nodes.', 'ErrorInvalidUrlQueryFilter');
  }
  const entities = contactsIn(owner, name, request.service.state.numberedContacts).map((one) =>
    contactEntity(owner, one),
  );
  const found = entities.filter((one) => !filter || matches(one, filter));
  const { service, path } = request;
  const address = `${service.origin}${path.root}/me/${folder === null ? '' : `contactFolders/${folder}/`}contacts`;
  const link = new URLSearchParams(path.query);
  link.set('$skiptoken', skipToken(skip + top));
  return {
    status: 200,
    body: {
      '@odata.context': contextUrl(request, 'contacts'),
      ...(skip + top < found.length && { '@odata.nextLink': `${address}?${link}` }),
      value: found.slice(skip, skip + top).map((one) => fieldsOf(one, select)),
    },
  };
}

/** `GET /me/contacts/{id}`. @throws QueryError */
export function readContact(request: ResourceRequest, key: string | null, id: string): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const contact = findContact(owner, id);
  if (!contact) return notFound();
  const fields = fieldsOf(contactEntity(owner, contact), readSelect(request.path.query, limits));
  return { status: 200, body: { '@odata.context': contextUrl(request, 'contacts/$entity'), ...fields } };
}

/** `GET /me/contactFolders`. */
export function listContactFolders(request: ResourceRequest, key: string | null): ServiceResponse {
  const owner = ownerOf(request, key);
  if (!owner) return accessDenied();
  const value = foldersOf(owner).map((displayName) => ({
    id: folderId(owner, displayName),
    displayName,
    parentFolderId: folderId(owner, 'Root'),
  }));
  return { status: 200, body: { '@odata.context': contextUrl(request, 'contactFolders'), value } };
}

/** The caller, if the path names their contacts and the token allows it; contacts of others are not shared here. */
function ownerOf({ claims, caller }: ResourceRequest, key: string | null): Person | null {
  const owner = key === null ? caller : findInDirectory(key);
  return owner && owner === caller && hasAny(claims, readContacts) ? owner : null;
}

/** Of addresses only `any` with `eq` can be filtered (Microsoft Graph, list contacts). */
function isSupported(filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.parts.every(isSupported);
    case 'any': {
      const { path, variable, part } = filter;
      const isAddress = part.kind === 'compare' && part.operator === 'eq' && part.path === `${variable}/address`;
      return path === 'emailAddresses' && isAddress;
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

/** `id` is always returned. */
function fieldsOf(entity: Entity, select: readonly string[] | null): object {
  const names = select ? ['id', ...select] : properties;
  return { '@odata.etag': 'W/"1"', ...Object.fromEntries(names.map((name) => [name, entity[name]])) };
}

function contextUrl({ service, path, claims }: ResourceRequest, name: string): string {
  return `${service.origin}${path.root}/$metadata#users('${encodeURIComponent(claims.upn)}')/${name}`;
}

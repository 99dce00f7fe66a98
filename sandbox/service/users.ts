import { listEntities, oneEntity, type EntityType } from './collection';
import { findInDirectory, findMailbox, loginOf, objectId, proxyAddresses, tenantOf } from './directory';
import { listedUsers } from './listedUsers';
import type { Entity } from './odata/matches';
import { readSelect } from './odata/options';
import { QueryError } from './odata/tokenize';
import { hasAny, readAnyUser, readSelf, readUserFully, sameTenant } from './permissions';
import type { Person } from './person';
import type { ResourceRequest } from './resourceRequest';
import { accessDenied, insufficientPrivileges, notInDirectory, type ServiceResponse } from './serviceResponse';

/** Properties that User.ReadBasic.All covers. */
const basic = ['id', 'displayName', 'givenName', 'surname', 'mail', 'userPrincipalName'];
const full = [
  'userType',
  'accountEnabled',
  'jobTitle',
  'department',
  'mailNickname',
  'otherMails',
  'employeeId',
  'businessPhones',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
];
/** Of Microsoft Graph's user resource. */
const defaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** `GET /users`. Signed-in guests cannot search. @throws QueryError */
export function listUsers(request: ResourceRequest, isCount: boolean): ServiceResponse {
  const { claims, caller, service } = request;
  const isRefused = service.state.directorySearch === 'refused' || caller?.kind === 'guest';
  if (isRefused || !hasAny(claims, readAnyUser)) return insufficientPrivileges();
  if (service.state.directorySearch === 'filterOnly' && request.path.query.has('$search')) {
    throw new QueryError('Search is not supported for this tenant.', 'Request_UnsupportedQuery');
  }
  return listEntities(request, userEntities(caller, service.state.organization), userType(request, false), isCount);
}

/** The latest list: a large one is read in many pages. */
let latest: { readonly key: string; readonly entities: readonly Entity[] } = { key: '', entities: [] };

function userEntities(caller: Person | undefined, count: number): readonly Entity[] {
  const key = `${caller ? tenantOf(caller).id : ''} ${count}`;
  if (latest.key !== key) latest = { key, entities: listedUsers(caller, count).map(userEntity) };
  return latest.entities;
}

/** `GET /me` and `GET /users/{key}`. @throws QueryError */
export function readUser(request: ResourceRequest, key: string | null): ServiceResponse {
  const { path, claims, caller } = request;
  const isGraph = path.dialect === 'graph';
  const found = key === null ? caller : sameTenant(isGraph ? findInDirectory(key) : findMailbox(key), caller);
  const isOwn = found !== undefined && found === caller;
  if (!hasAny(claims, isOwn ? [...readSelf, ...readAnyUser] : readAnyUser)) {
    return isGraph ? insufficientPrivileges() : accessDenied();
  }
  if (!found) return notInDirectory(key);
  if (found.kind === 'forbidden') return isGraph ? insufficientPrivileges() : accessDenied();
  return isGraph ? oneEntity(request, userEntity(found), userType(request, isOwn)) : outlookUser(request, key, found);
}

function userType({ claims, service }: ResourceRequest, isOwn: boolean): EntityType {
  const { proxyAddresses: addresses } = service.state;
  const isFull = isOwn || hasAny(claims, readUserFully);
  return {
    type: 'microsoft.graph.user',
    name: 'users',
    properties: [...basic, ...full, 'proxyAddresses'],
    defaults,
    isVisible: (name) => isFull || basic.includes(name) || (name === 'proxyAddresses' && addresses === 'allowed'),
    isFilterable(name) {
      if (isFull || basic.includes(name)) return true;
      if (name === 'proxyAddresses' && addresses === 'refused400') {
        const message = `Unsupported or invalid query filter clause specified for property '${name}' of resource 'User'.`;
        throw new QueryError(message, 'Request_UnsupportedQuery');
      }
      return name === 'proxyAddresses' && addresses !== 'refused403';
    },
  };
}

function userEntity(person: Person): Entity {
  const { name, kind, address } = person;
  const [givenName = name, ...others] = name.split(' ');
  return {
    id: objectId(person),
    displayName: name,
    givenName,
    surname: others.join(' ') || null,
    mail: address,
    userPrincipalName: loginOf(person),
    proxyAddresses: proxyAddresses(person),
    userType: kind === 'guest' ? 'Guest' : 'Member',
    // Sign-in is off for mailboxes that are no person's.
    accountEnabled: kind !== 'sharedMailbox' && kind !== 'room',
    jobTitle: null,
    department: null,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    mailNickname: address.split('@')[0],
    otherMails: [],
    employeeId: person.employeeId ?? null,
    businessPhones: [],
  };
}

/** A user in the Outlook dialect (Outlook REST v2.0, user); `$select` is read without case. @throws QueryError */
function outlookUser({ service, path }: ResourceRequest, key: string | null, person: Person): ServiceResponse {
  const root = `${service.origin}${path.root}`;
  const id = `${objectId(person)}@${tenantOf(person).id}`;
  const fields = {
    Id: id,
    EmailAddress: person.address,
    DisplayName: person.name,
    Alias: person.address.split('@')[0],
    MailboxGuid: objectId(person),
  };
  const select = readSelect(path.query, { properties: Object.keys(fields), type: 'Microsoft.OutlookServices.User' });
  const shown = Object.entries(fields).filter(([name]) => !select || name === 'Id' || select.includes(name));
  return {
    status: 200,
    body: {
      '@odata.context': `${root}/$metadata#${key === null ? 'Me' : 'Users/$entity'}`,
      '@odata.id': `${root}/Users('${id}')`,
      ...Object.fromEntries(shown),
    },
  };
}

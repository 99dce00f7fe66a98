import { listEntities, oneEntity, type EntityType } from './collection';
import { findGroup, isGroup, objectId, proxyAddresses } from './directory';
import type { Entity } from './odata/matches';
import { people } from './people';
import { hasAny, readGroups, sameTenant } from './permissions';
import type { Person } from './person';
import type { ResourceRequest } from './resourceRequest';
import { insufficientPrivileges, notInDirectory, type ServiceResponse } from './serviceResponse';

const properties = [
  'id',
  'displayName',
  'description',
  'mail',
  'mailNickname',
  'mailEnabled',
  'securityEnabled',
  'groupTypes',
  'proxyAddresses',
  'visibility',
];

const groupType: EntityType = {
  type: 'microsoft.graph.group',
  name: 'groups',
  properties,
  defaults: properties,
  isVisible: () => true,
  isFilterable: () => true,
};

/** `GET /groups`. @throws QueryError */
export function listGroups(request: ResourceRequest, isCount: boolean): ServiceResponse {
  if (!hasAny(request.claims, readGroups)) return insufficientPrivileges();
  const groups = people.filter((one) => isGroup(one) && sameTenant(one, request.caller)).map(groupEntity);
  return listEntities(request, groups, groupType, isCount);
}

/** `GET /groups/{id}`. @throws QueryError */
export function readGroup(request: ResourceRequest, id: string): ServiceResponse {
  if (!hasAny(request.claims, readGroups)) return insufficientPrivileges();
  const found = sameTenant(findGroup(id), request.caller);
  return found ? oneEntity(request, groupEntity(found), groupType) : notInDirectory(id);
}

function groupEntity(group: Person): Entity {
  const isUnified = group.kind === 'group';
  return {
    id: objectId(group),
    displayName: group.name,
    description: null,
    mail: group.address,
    mailNickname: group.address.split('@')[0],
    mailEnabled: true,
    securityEnabled: false,
    groupTypes: isUnified ? ['Unified'] : [],
    proxyAddresses: proxyAddresses(group),
    visibility: isUnified ? 'Private' : null,
  };
}

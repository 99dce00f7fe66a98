import { tenantOf } from './directory';
import { hasAny, readSelf, readUserFully } from './permissions';
import type { ResourceRequest } from './resourceRequest';
import { insufficientPrivileges, type ServiceResponse } from './serviceResponse';

/** `GET /organization`: the caller's own, with the properties that User.Read covers. */
export function readOrganization({ caller, claims, service, path }: ResourceRequest): ServiceResponse {
  if (!caller || !hasAny(claims, [...readSelf, ...readUserFully])) return insufficientPrivileges();
  const { id, domain, more } = tenantOf(caller);
  const verifiedDomains = [domain, ...more].map((name) => ({
    capabilities: 'Email, OfficeCommunicationsOnline',
    isDefault: name === domain,
    isInitial: name.endsWith('.onmicrosoft.com'),
    name,
    type: 'Managed',
  }));
  const all = { id, displayName: domain.split('.')[0], verifiedDomains };
  const selected = (path.query.get('$select') ?? '').split(',').filter(Boolean);
  const value = Object.fromEntries(
    Object.entries(all).filter(([name]) => selected.length === 0 || selected.includes(name)),
  );
  const context = `${service.origin}${path.root}/$metadata#organization`;
  return { status: 200, body: { '@odata.context': context, value: [value] } };
}

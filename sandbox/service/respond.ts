import { listContactFolders, listContacts, readContact, readContactFolder } from './contactResources';
import { listGroups, readGroup } from './groups';
import { QueryError } from './odata/tokenize';
import { readPhoto } from './readPhoto';
import { exceedLimit } from './requestLimit';
import type { ResourceRequest } from './resourceRequest';
import { errorResponse, unauthorizedResponse, type ServiceResponse } from './serviceResponse';
import { responseEffects, takeFault } from './state';
import { findTarget, type Target } from './target';
import { readOrganization } from './tenantResource';
import { listUsers, readUser } from './users';
import { writePhoto } from './writePhoto';

/** Answers one request, or one part of a batch: the request limit and faults first, then the resource. `encodedPath`: for the faults. */
export async function respond(request: ResourceRequest, encodedPath: string): Promise<ServiceResponse> {
  const { service, claims, method } = request;
  const throttled = exceedLimit(service);
  if (throttled) return throttled;
  const effect = takeFault(service.state, { path: encodedPath, method }, responseEffects);
  if (effect?.kind === 'status') return { ...effect, headers: { 'content-type': 'text/plain', ...effect.headers } };
  if (effect?.kind === 'expired') return unauthorizedResponse();
  if (effect?.kind === 'claims' && !claims.acrs.includes('c1')) return unauthorizedResponse(challenge);
  const target = findTarget(request.path);
  if (!target) return errorResponse(400, 'BadRequest', 'No such operation.');
  try {
    return await respondWith(request, target);
  } catch (error) {
    if (error instanceof QueryError) return errorResponse(400, error.code, error.message);
    throw error;
  }
}

async function respondWith(request: ResourceRequest, target: Target): Promise<ServiceResponse> {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (target.kind === 'photo') return isRead ? readPhoto(request, target) : writePhoto(request, target);
  if (!isRead) return errorResponse(405, 'MethodNotAllowed', 'Not for this resource.');
  switch (target.kind) {
    case 'user':
      return readUser(request, target.key);
    case 'users':
      return listUsers(request, target.isCount);
    case 'group':
      return readGroup(request, target.id);
    case 'groups':
      return listGroups(request, target.isCount);
    case 'organization':
      return readOrganization(request);
    case 'contact':
      return readContact(request, target.key, target.id);
    case 'contacts':
      return listContacts(request, target);
    case 'contactFolder':
      return readContactFolder(request, target);
    case 'contactFolders':
      return listContactFolders(request, target.key);
  }
}

/** Claims challenge for the authentication context c1 (conditional access, base64). */
const challenge = `error="insufficient_claims", claims="${Buffer.from(
  JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } }),
).toString('base64')}"`;

import type { RedirectSignIn } from '../auth';
import { writingScopes, type DialectName, type PhotoService } from '../photos';
import type { BulkServices } from './services';

/** Changes of many photos, for the account of the sign-in. */
export function createBulkServices(
  signIn: RedirectSignIn,
  photos: PhotoService,
  { dialect, serviceUrl }: { readonly dialect: DialectName; readonly serviceUrl: string },
): BulkServices {
  const { username = '', tenantId = null } = signIn.account.value ?? {};
  return {
    account: username,
    tenantId,
    photos,
    serviceUrl,
    mayWrite: (kinds) =>
      hasScopes(
        signIn,
        kinds.flatMap((kind) => writingScopes(dialect, kind)),
      ),
  };
}

async function hasScopes(signIn: RedirectSignIn, needed: readonly string[]): Promise<boolean> {
  try {
    const { scopes } = await signIn.getToken({ scopes: needed });
    const granted = new Set(scopes.map(bareScope));
    return needed.every((scope) => granted.has(bareScope(scope)));
  } catch {
    // The token has expired: another sign-in is needed, which asks for the permission too.
    return false;
  }
}

/** Without its resource, in lower case: providers write both forms. */
function bareScope(scope: string): string {
  return scope.slice(scope.lastIndexOf('/') + 1).toLowerCase();
}

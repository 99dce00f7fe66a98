import { writingScopes, type OwnerKind } from '../photos';

/** The names of the permissions that changes need, as Microsoft writes them. */
export function permissionsText(kinds: readonly OwnerKind[]): string {
  return kinds.flatMap((kind) => writingScopes('graph', kind)).join(', ');
}

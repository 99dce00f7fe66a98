import { createContext, useContext } from 'react';
import type { Observable } from '../base';
import type { Organization } from '../directory';
import type { OwnerKind, PhotoService } from '../photos';
import type { Faces } from './faces/faces';

/** What changes of many photos need, for the account that is signed in. */
export interface BulkServices {
  /** The account's login name: the journal shows its runs to no other. */
  readonly account: string;
  readonly tenantId: string | null;
  readonly photos: PhotoService;
  readonly serviceUrl: string;
  /** Whether the sign-in has the permissions to change the photos of these. Never fails. */
  readonly mayWrite: (kinds: readonly OwnerKind[]) => Promise<boolean>;
}

/** An organization that is being read, and the faces of its people. */
export interface OpenedOrganization {
  /** Another one for each time that everything is read again. */
  readonly number: number;
  readonly organization: Organization;
  readonly faces: Faces;
  readonly bulk: BulkServices;
}

export interface SignInOptions {
  readonly error?: unknown;
  /** The person chooses the account. */
  readonly another?: boolean;
  /** Asks for the permissions to change the photos of these as well. */
  readonly write?: readonly OwnerKind[];
}

/** Opens the screen of a run; `starts`: a click has asked for it already. */
export type OpenRun = (id: string, starts: boolean) => void;

/** All that the page reads and calls; created by `people.ts`. */
export interface PageServices {
  /** The name that the account signs in with; null before the sign-in. */
  readonly username: string | null;
  /** Whether the page's config block lets groups be listed. */
  readonly groups: boolean;
  /** How the sign-in ended that led to this page; null where there was none or it succeeded. */
  readonly failure: Error | null;
  /** Null before the sign-in. */
  readonly opened: Observable<OpenedOrganization | null>;
  /** Reads everything again. */
  readonly reopen: () => void;
  /** Leaves the page to sign in; `error`: with what this error asks for. Only inside a click. */
  readonly signIn: (options?: SignInOptions) => Promise<void>;
  /** Page where an administrator approves the permission for the whole organization. */
  readonly consentUrl: string;
}

export const PageServicesContext = createContext<PageServices | null>(null);

export function usePageServices(): PageServices {
  const services = useContext(PageServicesContext);
  if (!services) throw new Error('No PageServicesContext around this component');
  return services;
}

import { createContext, useContext } from 'react';
import type { Observable } from '../base';
import type { Organization } from '../directory';
import type { Faces } from './faces/faces';

/** An organization that is being read, and the faces of its people. */
export interface OpenedOrganization {
  /** Another one for each time that everything is read again. */
  readonly number: number;
  readonly organization: Organization;
  readonly faces: Faces;
}

export interface SignInOptions {
  readonly error?: unknown;
  /** The person chooses the account. */
  readonly another?: boolean;
}

/** All that the page reads and calls; created by `people.ts`. */
export interface PageServices {
  /** The name that the account signs in with; null before the sign-in. */
  readonly username: string | null;
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

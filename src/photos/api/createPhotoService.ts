import { observable } from '../../base';
import { createHttpClient, type HttpClient } from '../../http';
import { AccountIdentity, type Identity } from './accountIdentity';
import type { Dialect, DialectName } from './dialect';
import { GraphDialect } from './graph/graphDialect';
import { OutlookDialect } from './outlook/outlookDialect';
import { PersonFinder } from './personFinder';
import { PhotoClient } from './photoClient';
import type { PhotoService } from './photoService';
import type { GetAccessToken } from './withToken';

export interface PhotoServiceOptions {
  readonly service: DialectName;
  /** Root with its version, without a slash at its end, such as `https://graph.microsoft.com/v1.0`. */
  readonly serviceUrl: string;
  readonly accessToken: GetAccessToken;
  /** Without it, no address is known to be one's own. */
  readonly identity?: Identity;
  /** Whether the account's own contacts name people whom the directory does not know; never by default. */
  readonly usesContacts?: () => boolean;
  /** Whether an administrator lets the add-in read groups; never by default. */
  readonly usesGroups?: () => boolean;
  /** One that other requests to the service share with its limits and pauses; by default one of its own. */
  readonly http?: HttpClient;
  /** How a photo is replaced; the contract names both. */
  readonly upload?: 'PUT' | 'PATCH';
}

/**
 * All dialects. A third one starts with its title and prefix in `dialect.ts`; the type check then asks for its line here,
 * with its folder, for its name in `src/configRules.ts`, and for its default address in `build/pageConfig.ts`.
 */
const dialectClasses = { graph: GraphDialect, outlook: OutlookDialect } as const satisfies Record<DialectName, unknown>;

/** Creates a client for the photo API in the dialect of the service. */
export function createPhotoService(options: PhotoServiceOptions): PhotoService {
  const { service, serviceUrl, accessToken, identity = noIdentity, upload = 'PUT' } = options;
  const { usesContacts = no, usesGroups = no } = options;
  const http = options.http ?? createHttpClient(serviceUrl);
  const dialect: Dialect = new dialectClasses[service](serviceUrl, http, accessToken, { usesGroups });
  const account = new AccountIdentity(identity, () => dialect.readMe());
  const uses = { contacts: usesContacts, groups: usesGroups };
  const finder = new PersonFinder(account, dialect.directory, dialect.contacts, uses);
  return new PhotoClient(dialect, account, finder, upload, () => http.endPauses());
}

const no = (): boolean => false;

const noIdentity: Identity = { account: observable(null), requestAccount: () => Promise.resolve() };

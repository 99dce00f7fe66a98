/** What an entry of the directory is, or why the service has no photo of it. */
type PersonKind =
  | 'person'
  | 'guest'
  | 'onPremises'
  | 'noMailbox'
  | 'forbidden'
  | 'outsider'
  | 'sharedMailbox'
  | 'room'
  /** A distribution list: a group without a mailbox. */
  | 'list'
  /** A Microsoft 365 group. */
  | 'group';

/** A person, mailbox or group. */
export interface Person {
  readonly name: string;
  /** The mail address (`mail` in the directory). */
  readonly address: string;
  /** Login name (user principal name), if it is not the address. */
  readonly upn?: string;
  /** More addresses that are delivered to this mailbox. */
  readonly aliases?: readonly string[];
  readonly employeeId?: string;
  /** False: `proxyAddresses` does not contain the mail address, as in a shadow account left by a migration. */
  readonly isDelivered?: boolean;
  readonly kind: PersonKind;
  /** Width and height of the uploaded photo in pixels; undefined: no photo was ever set. */
  readonly photo?: number;
  /** Can sign in. */
  readonly account?: boolean;
  readonly admin?: boolean;
  /** Of a group: addresses of the accounts that may change it, besides administrators. */
  readonly owners?: readonly string[];
  /** One of the 300 numbered colleagues. */
  readonly crowd?: boolean;
  /** One of the 100 numbered staff, whose login names are no addresses. */
  readonly staff?: boolean;
  /** Number of a made-up person (madeUpPeople.ts). */
  readonly madeUp?: number;
  /** Mail shows the address, although this is a guest. */
  readonly isKnownByMail?: boolean;
  /** Index in `tenants`; 0 if undefined. */
  readonly tenant?: number;
}

/** What matching needs of a person in the directory. */
export interface BulkPerson {
  /** Object id. */
  readonly id: string;
  /** A Microsoft 365 group; without it, a person. */
  readonly kind?: 'group' | undefined;
  readonly displayName: string;
  /** The primary address; null without a mailbox. */
  readonly mail: string | null;
  /** The login name; of a group, its address. */
  readonly userPrincipalName: string;
  /** Other mail addresses, as far as the permission covers them. */
  readonly aliases?: readonly string[] | undefined;
  readonly employeeId?: string | null | undefined;
}

/** What matching needs of a person in the directory. */
export interface BulkPerson {
  /** Object id. */
  readonly id: string;
  readonly displayName: string;
  /** The primary address; null without a mailbox. */
  readonly mail: string | null;
  /** The login name. */
  readonly userPrincipalName: string;
  /** Other mail addresses, as far as the permission covers them. */
  readonly aliases?: readonly string[] | undefined;
  readonly employeeId?: string | null | undefined;
}

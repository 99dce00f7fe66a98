/** What matching needs of a person in the directory. */
export interface BulkPerson {
  /** Object id. */
  readonly id: string;
  readonly displayName: string;
  /** The primary address; null without a mailbox. */
  readonly mail: string | null;
  /** The login name. */
  readonly userPrincipalName: string;
  /** All addresses, with or without a type before them, as in `smtp:adele@contoso.com`. */
  readonly proxyAddresses?: readonly string[] | null;
  readonly employeeId?: string | null;
}

/** The mail addresses of a person besides the primary one and the login name. */
export function aliasesOf({ proxyAddresses }: BulkPerson): readonly string[] {
  return (proxyAddresses ?? []).flatMap((address) => /^(?:smtp:)?([^:\s]+@[^:\s]+)$/i.exec(address)?.[1] ?? []);
}

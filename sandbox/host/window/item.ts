/** A person in office.js's initial data. */
export interface EmailUser {
  readonly name: string;
  readonly address: string;
  readonly recipientType: number;
}

/** An item of the mailbox: data for the message list and for office.js. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly itemType: number;
  readonly itemClass: string;
  readonly from: EmailUser | null;
  readonly sender: EmailUser | null;
  /** Required attendees of an appointment. */
  readonly to: readonly EmailUser[];
  /** Optional attendees of an appointment. */
  readonly cc: readonly EmailUser[];
  readonly bcc: readonly EmailUser[];
  /** Selecting it changes neither the add-in's item nor emits an event. */
  readonly isSilent?: boolean;
  /** Whose mailbox it is in; undefined: the window's. */
  readonly owner?: SandboxPerson;
}

/** A person as `GET /sandbox/people` returns them. */
export interface SandboxPerson {
  readonly name: string;
  readonly address: string;
  readonly upn?: string;
  readonly aliases?: readonly string[];
  readonly login: string;
  readonly kind: string;
  readonly account?: boolean;
  readonly crowd?: boolean;
  readonly staff?: boolean;
  readonly isKnownByMail?: boolean;
  readonly objectId: string;
  readonly tenantId: string;
}

export const itemTypes = { message: 1, appointment: 2, meeting: 3, draft: 4 } as const;

export function createMessage(from: EmailUser, to: EmailUser, more: Partial<Item>): Item {
  return {
    id: from.address,
    title: from.name,
    subject: `Notes from ${from.name}`,
    itemType: itemTypes.message,
    itemClass: 'IPM.Note',
    from,
    sender: from,
    to: [to],
    cc: [],
    bcc: [],
    ...more,
  };
}

/** Converts a person of the sandbox to office.js's form. */
export function toEmailUser({ name, address, upn, kind, isKnownByMail }: SandboxPerson): EmailUser {
  const recipientType = { outsider: 3, list: 1, group: 1 }[kind] ?? 2;
  const isKnownByLogin = kind === 'guest' && !isKnownByMail;
  return { name, address: isKnownByLogin ? (upn ?? address) : address, recipientType };
}

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
}

/** A person as `GET /sandbox/people` returns them. */
export interface SandboxPerson {
  readonly name: string;
  readonly address: string;
  readonly upn?: string;
  readonly kind: string;
  readonly account?: boolean;
  readonly crowd?: boolean;
  readonly objectId: string;
  readonly tenantId: string;
}

export const itemTypes = { message: 1, appointment: 2, meeting: 3, draft: 4 } as const;

/** Items of an account: a message from each person, and one item of each other kind. */
export function mailFor(account: SandboxPerson, people: readonly SandboxPerson[], withCrowd: boolean): readonly Item[] {
  const me = toEmailUser(account);
  const named = (start: string): EmailUser =>
    toEmailUser(people.find(({ address }) => address.startsWith(start)) ?? account);
  const message = (from: EmailUser, more: Partial<Item> = {}): Item => createMessage(from, me, more);
  const crowd = people.filter((one) => one.crowd).map(toEmailUser);
  const others = people.filter((one) => !one.account && !one.crowd && !/^lynne/.test(one.address)).map(toEmailUser);
  return [
    ...others.map((one) => message(one)),
    message(named('lynne'), { id: 'on-behalf', subject: 'Board meeting', sender: named('megan') }),
    message(named('diego'), {
      id: 'meeting',
      subject: 'Planning',
      itemType: itemTypes.meeting,
      itemClass: 'IPM.Schedule.Meeting.Request',
    }),
    message(me, { id: 'mine', title: `${me.name} (you)`, subject: 'A note to myself' }),
    message(named('lynne'), { id: 'from-lynne', subject: 'Lunch?' }),
    message(named('megan'), {
      id: 'group',
      title: 'Megan Bowen (to several)',
      subject: 'Offsite',
      to: [me, named('diego'), named('megan'), named('sales'), named('olivia')],
      cc: [named('joni'), named('diego'), named('isaiah')],
    }),
    message(named('alex'), {
      id: 'everybody',
      title: 'Alex Wilber (to everybody)',
      subject: 'All hands',
      to: crowd.slice(0, 100),
    }),
    message(me, {
      id: 'draft',
      title: 'Draft',
      subject: 'Not sent yet',
      itemType: itemTypes.draft,
      to: [named('diego')],
      bcc: [named('joni')],
    }),
    message(named('megan'), {
      id: 'appointment',
      title: 'Appointment',
      subject: 'Weekly',
      itemType: itemTypes.appointment,
      itemClass: 'IPM.Appointment',
      to: [me, named('lynne')],
      cc: [named('diego')],
    }),
    ...(withCrowd ? crowd.map((one) => message(one)) : []),
  ];
}

function createMessage(from: EmailUser, to: EmailUser, more: Partial<Item>): Item {
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
export function toEmailUser({ name, address, upn, kind }: SandboxPerson): EmailUser {
  const recipientType = { outsider: 3, list: 1 }[kind] ?? 2;
  return { name, address: kind === 'guest' ? (upn ?? address) : address, recipientType };
}

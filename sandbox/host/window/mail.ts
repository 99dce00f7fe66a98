/** Somebody in office.js's own form of initial data. */
export interface Person {
  readonly name: string;
  readonly address: string;
  readonly recipientType: number;
}

/** An item of the mailbox: what the list shows, and what office.js is sent of it. */
export interface Item {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly itemType: number;
  readonly itemClass: string;
  readonly from: Person | null;
  readonly sender: Person | null;
  /** Required attendees, where it is an appointment. */
  readonly to: readonly Person[];
  /** Optional attendees, where it is an appointment. */
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
}

export interface Listed {
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

/** The messages that an account finds in its mailbox: one from everybody, and one of every other sort. */
export function mailFor(account: Listed, people: readonly Listed[], withCrowd: boolean): readonly Item[] {
  const me = person(account);
  const named = (start: string): Person => person(people.find(({ address }) => address.startsWith(start)) ?? account);
  const message = (from: Person, more: Partial<Item> = {}): Item => ({
    id: from.address,
    title: from.name,
    subject: `Notes from ${from.name}`,
    itemType: itemTypes.message,
    itemClass: 'IPM.Note',
    from,
    sender: from,
    to: [me],
    cc: [],
    bcc: [],
    ...more,
  });
  const crowd = people.filter((one) => one.crowd).map(person);
  const others = people.filter((one) => !one.account && !one.crowd && !/^lynne/.test(one.address)).map(person);
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

/** Somebody as office.js is told of them. */
export function person({ name, address, upn, kind }: Listed): Person {
  const recipientType = { outsider: 3, list: 1 }[kind] ?? 2;
  return { name, address: kind === 'guest' ? (upn ?? address) : address, recipientType };
}

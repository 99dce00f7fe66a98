import { createMessage, itemTypes, toEmailUser, type EmailUser, type Item, type SandboxPerson } from './item';

/** Whether a person belongs to the part of the directory that comes after the numbered colleagues. */
export function isInOrganization(one: SandboxPerson, people: readonly SandboxPerson[]): boolean {
  return people.indexOf(one) > people.findLastIndex(({ crowd }) => crowd);
}

/**
 * Items in which login names, mail addresses and people do not match one to one, and those that an add-in cannot follow.
 * A message from a person has their mail address as its id.
 */
export function organizationItems(account: SandboxPerson, people: readonly SandboxPerson[]): readonly Item[] {
  const me = toEmailUser(account);
  const members = people.filter((one) => isInOrganization(one, people) && !one.staff).map(toEmailUser);
  // Two people can have the same address.
  const senders = members.filter(
    ({ address }, index) => members.findIndex((other) => other.address === address) === index,
  );
  const named = (start: string): EmailUser =>
    toEmailUser(people.find(({ address }) => address.startsWith(start)) ?? account);
  const alias = (start: string, address: string, name = named(start).name): EmailUser => {
    return { ...named(start), name, address };
  };
  return [
    ...senders.filter(({ address }) => address !== me.address).map((one) => createMessage(one, me, {})),
    createMessage(alias('ivy.bell', 'ivy.miller@contoso.com', 'Ivy Miller'), me, {
      id: 'from-alias',
      subject: 'From an address of before',
    }),
    createMessage(alias('info@', 'helpdesk@contoso.com'), me, {
      id: 'helpdesk@contoso.com',
      subject: 'From the help desk',
    }),
    createMessage(named('bo.berg'), me, {
      id: 'organization',
      title: 'Bo Berg (to all kinds)',
      subject: 'Who is who',
      to: [me, named('ivy.bell'), named('cleo'), named('gil@'), named('info@'), named('orion'), named('room.')],
      cc: [named('tom.twin'), named('una.twin'), named('sales'), named('olivia'), alias('bo.berg', 'bo@contoso.com')],
    }),
    ...staffItems(me, people),
    ...sentItems(account, named),
    ...exchangeNameItems(me, named),
    ...silentItems(me, named),
  ];
}

/** Messages to a hundred people, half of them by an alias. */
function staffItems(me: EmailUser, people: readonly SandboxPerson[]): readonly Item[] {
  const staff = people.filter((one) => one.staff);
  const colleagues = people.filter((one) => one.crowd).map(toEmailUser);
  const byAlias = staff.map((one) => ({ ...toEmailUser(one), address: one.aliases?.[0] ?? one.address }));
  const sender = staff.map(toEmailUser)[0] ?? me;
  const message = (id: string, title: string, to: readonly EmailUser[]): Item =>
    createMessage(sender, me, { id, title, subject: 'To a hundred', to });
  return [
    // Logins of the first half are their addresses.
    message('all-staff', 'Staff 001 (to colleagues and staff)', [...colleagues.slice(0, 50), ...byAlias.slice(50)]),
    message('all-staff-differ', 'Staff 001 (to all staff)', [
      ...staff.slice(0, 50).map(toEmailUser),
      ...byAlias.slice(50),
    ]),
  ];
}

/** Messages that the account has sent. */
function sentItems(account: SandboxPerson, named: (start: string) => EmailUser): readonly Item[] {
  const me = toEmailUser(account);
  const [alias] = account.aliases ?? [];
  const sent = (id: string, from: EmailUser, to: readonly EmailUser[]): Item =>
    createMessage(from, me, { id, title: `${from.name} (sent: ${id})`, subject: 'Sent by me', to });
  return [
    sent('sent', me, [named('megan')]),
    sent('sent-to-several', me, [named('megan'), named('bo.berg'), named('olivia')]),
    ...(alias === undefined ? [] : [sent('sent-from-alias', { ...me, address: alias }, [named('megan')])]),
  ];
}

/** Items whose selection the host does not report (threads with a read-only draft, encrypted mail, reports). */
function silentItems(me: EmailUser, named: (start: string) => EmailUser): readonly Item[] {
  return [
    createMessage(named('joni'), me, { id: 'encrypted', title: 'Joni Sherman (encrypted)', isSilent: true }),
    createMessage(named('diego'), me, {
      id: 'delivery-report',
      title: 'Delivery report',
      itemClass: 'REPORT.IPM.Note.NDR',
      itemType: itemTypes.message,
      isSilent: true,
    }),
  ];
}

/** Messages with what Exchange writes in place of addresses: in one field of the sender, and everywhere. */
function exchangeNameItems(me: EmailUser, named: (start: string) => EmailUser): readonly Item[] {
  const container = 'ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=';
  const legacy = (start: string): EmailUser => {
    return { ...named(start), address: `/o=ExchangeLabs/${container}${named(start).address.replace('@', '-')}` };
  };
  const packed = (start: string): EmailUser => {
    return { ...named(start), address: `IMCEAEX-_o=ExchangeLabs_cn=${start}@namprd01.prod.outlook.com` };
  };
  return [
    createMessage(legacy('megan'), me, { id: 'exchange-name', title: 'Exchange name', sender: named('megan') }),
    createMessage(packed('megan'), me, {
      id: 'exchange-names',
      title: 'Exchange names alone',
      to: [me, legacy('diego'), packed('lynne')],
      cc: [{ ...named('joni'), address: `<${named('joni').address}>` }, named('alex')],
    }),
  ];
}

import { createMessage, itemTypes, toEmailUser, type EmailUser, type Item, type SandboxPerson } from './item';
import { isInOrganization, organizationItems } from './organizationItems';

/** Items of an account: a message from each person, and one item of each other kind. */
export function mailFor(account: SandboxPerson, people: readonly SandboxPerson[], withCrowd: boolean): readonly Item[] {
  const me = toEmailUser(account);
  const named = (start: string): EmailUser =>
    toEmailUser(people.find(({ address }) => address.startsWith(start)) ?? account);
  const message = (from: EmailUser, more: Partial<Item> = {}): Item => createMessage(from, me, more);
  const crowd = people.filter((one) => one.crowd).map(toEmailUser);
  const others = people
    .filter((one) => !one.account && !one.crowd && !isInOrganization(one, people) && !/^lynne/.test(one.address))
    .map(toEmailUser);
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
    ...organizationItems(account, people),
    ...(withCrowd ? crowd.map((one) => message(one)) : []),
  ];
}

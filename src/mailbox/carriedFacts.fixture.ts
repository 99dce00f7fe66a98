/** What the pane knows: at first, and after another message was selected and the theme has changed. */
export type Fact =
  | 'start'
  | 'me'
  | 'meName'
  | 'ids'
  | 'language'
  | 'phone'
  | 'theme'
  | 'nextTheme'
  | 'kind'
  | 'owner'
  | 'sender'
  | 'recipients'
  | 'next';
const item = 'context.mailbox.item';
const everything: readonly Fact[] = [
  ...(['me', 'meName', 'ids', 'theme', 'nextTheme', 'kind', 'owner', 'sender', 'recipients', 'next'] as const),
];
const people: readonly Fact[] = ['kind', 'owner', 'sender', 'recipients', 'next'];

/** Everything that the pane reads of Office.js, with the facts that it carries. */
export const carried: Readonly<Record<string, readonly Fact[]>> = {
  onReady: ['start', 'language', 'phone', ...everything],
  'onReady().host': [],
  context: ['language', 'phone', ...everything],
  'context.displayLanguage': ['language'],
  'context.platform': ['phone'],
  'context.officeTheme': ['theme'],
  'context.officeTheme.bodyBackgroundColor': ['theme'],
  EventType: ['nextTheme'],
  'EventType.ItemChanged': [],
  'EventType.SelectedItemsChanged': [],
  'EventType.RecipientsChanged': [],
  'EventType.OfficeThemeChanged': ['nextTheme'],
  auth: ['ids'],
  'auth.getAuthContext': ['ids'],
  'auth.getAuthContext().tenantId': ['ids'],
  'auth.getAuthContext().userObjectId': ['ids'],
  'context.mailbox': everything,
  'context.mailbox.addHandlerAsync': ['nextTheme'],
  'context.mailbox.addHandlerAsync().officeTheme': ['nextTheme'],
  'context.mailbox.addHandlerAsync().officeTheme.bodyBackgroundColor': ['nextTheme'],
  'context.mailbox.userProfile': ['me', 'meName', 'ids'],
  'context.mailbox.userProfile.emailAddress': ['me', 'meName', 'ids'],
  'context.mailbox.userProfile.displayName': ['meName'],
  [item]: people,
  [`${item}.itemType`]: people,
  [`${item}.itemClass`]: [],
  [`${item}.subject`]: [],
  // Of the two modes of an item, only that for reading has a text.
  [`${item}.subject: text`]: people,
  [`${item}.subject.getAsync`]: [],
  [`${item}.itemId`]: [],
  [`${item}.conversationId`]: [],
  [`${item}.from`]: ['owner', 'next', 'recipients'],
  [`${item}.from.emailAddress`]: ['owner', 'next'],
  [`${item}.from.displayName`]: ['owner', 'next'],
  [`${item}.sender`]: ['sender'],
  [`${item}.sender.emailAddress`]: ['sender'],
  [`${item}.sender.displayName`]: ['sender'],
  [`${item}.organizer`]: ['owner'],
  [`${item}.organizer.emailAddress`]: ['owner'],
  [`${item}.organizer.displayName`]: ['owner'],
  [`${item}.from.getAsync`]: ['owner'],
  [`${item}.from.getAsync().status`]: ['owner'],
  [`${item}.from.getAsync().value`]: ['owner'],
  [`${item}.from.getAsync().error`]: ['owner'],
  [`${item}.from.getAsync().value.emailAddress`]: ['owner'],
  [`${item}.from.getAsync().value.displayName`]: ['owner'],
  [`${item}.addHandlerAsync`]: [],
};

for (const name of ['to', 'cc', 'bcc', 'requiredAttendees', 'optionalAttendees']) {
  for (const rest of ['', '[].emailAddress', '[].displayName', '[].recipientType', '.getAsync', '.getAsync().status']) {
    Object.assign(carried, { [`${item}.${name}${rest}`]: ['recipients'] });
  }
  for (const rest of ['', '[].emailAddress', '[].displayName', '[].recipientType']) {
    Object.assign(carried, { [`${item}.${name}.getAsync().value${rest}`]: ['recipients'] });
  }
}

for (const [method, results] of [
  [
    'getSelectedItemsAsync',
    [
      '.status',
      '.error',
      '.error.name',
      '.error.code',
      '.value',
      '.value[].itemId',
      '.value[].itemMode',
      '.value[].commandSurface',
    ],
  ],
  [
    'loadItemByIdAsync',
    [
      '.status',
      '.value',
      '.value.from',
      '.value.from.emailAddress',
      '.value.from.displayName',
      '.value.sender',
      '.value.unloadAsync',
      '.value.unloadAsync().status',
      '.value.unloadAsync().value',
    ],
  ],
] as const) {
  const call = `context.mailbox.${method}`;
  Object.assign(carried, { [call]: ['kind', 'owner'] });
  for (const result of results) Object.assign(carried, { [`${call}()${result}`]: ['kind', 'owner'] });
}

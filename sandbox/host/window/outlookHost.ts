import { createConversation } from './conversation';
import { itemTypes, type Item, type SandboxPerson } from './mailbox';
import type { Settings } from './settings';

const requirements = {
  Mailbox: '1.15',
  NestedAppAuth: '1.1',
  DialogApi: '1.2',
  // Keeps office.js from sending its own telemetry to Microsoft.
  react: '1.0',
};

export interface OutlookHost {
  /** Changes the selection; several selected items leave the pane without an item. */
  select(items: readonly Item[]): void;
  /** Replaces the open draft and emits RecipientsChanged. */
  write(draft: Item): void;
  theme(name: string): void;
}

/** The Outlook side of the office.js in the frame. */
export function createOutlookHost(
  frame: HTMLIFrameElement,
  paneOrigin: string,
  user: SandboxPerson,
  settings: Settings,
): OutlookHost {
  let current: Item | null = null;
  let selected: readonly Item[] = [];

  const sendSelected = (): void =>
    frame.contentWindow?.postMessage({ selectedItems: selected.map(selectedOf) }, paneOrigin);

  // A page that has just loaded does not know the selection yet.
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<{ asksSelectedItems?: boolean }>) => {
    if (source === frame.contentWindow && origin === paneOrigin && data.asksSelectedItems) sendSelected();
  });

  const initialData = (): object | null => (current ? dataOf(current, user) : { ...profileOf(user), itemType: 6 });

  const conversation = createConversation(frame, paneOrigin, (action, data) => {
    switch (action) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(String(data), settings);
      case 'GetInitialData':
        return initialData();
      case 'ExecuteMethod':
        return executeMethod(data, current);
      case 'executeMethod':
        return { Version: 1, Error: 0 };
      default:
        return undefined;
    }
  });

  return {
    select(items) {
      current = items.length === 1 ? (items[0] ?? null) : null;
      selected = items;
      sendSelected();
      const times = settings.itemChanged === 'double' ? 2 : 1;
      for (let time = 0; time < times; time++) {
        conversation.emit('olkItemSelectedChanged', current ? dataOf(current, user) : '');
      }
    },
    write(draft) {
      current = draft;
      conversation.emit('olkRecipientsChanged', [JSON.stringify({ to: true, cc: false, bcc: false })]);
    },
    theme(name) {
      const dark = name === 'dark';
      const colors = {
        bodyBackgroundColor: dark ? 0x292929 : 0xffffff,
        bodyForegroundColor: dark ? 0xffffff : 0x242424,
        controlBackgroundColor: dark ? 0x292929 : 0xffffff,
        controlForegroundColor: dark ? 0xffffff : 0x242424,
      };
      conversation.emit('officeThemeChanged', [JSON.stringify(colors)]);
    },
  };
}

/** Data of a selected message: from getSelectedItemsAsync, and from loadItemByIdAsync. */
function selectedOf({ id, subject, from, sender }: Item): object {
  const details = (person: Item['from']): object | null =>
    person && { displayName: person.name, emailAddress: person.address };
  return {
    summary: { itemId: id, subject, itemType: 'message' },
    loaded: { from: details(from), sender: details(sender) },
  };
}

function appContext(controlId: string, { language }: Settings): object {
  return {
    _id: controlId,
    _appName: 64,
    _appVersion: '16.01',
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: location.origin,
    _clientMode: 0,
    _settings: {},
    _reason: 'documentOpened',
    _osfControlType: 1,
    _eToken: '',
    _appMinorVersion: 1,
    _requirementMatrix: JSON.stringify(requirements),
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 0,
    _wacHostEnvironment: '0',
  };
}

/** Answers from.getAsync and recipients.getAsync of a draft; other methods fail. */
function executeMethod(data: unknown, item: Item | null): object {
  const { ApiParams, MethodData } = data as {
    ApiParams?: { recipientField?: number };
    MethodData?: { DispatchId?: number };
  };
  const id = MethodData?.DispatchId;
  if (id === 107 && item?.from) return { error: false, wasSuccessful: true, data: item.from };
  if (id === 15 && item) {
    const field = [item.to, item.cc, item.bcc][ApiParams?.recipientField ?? 0] ?? [];
    return { error: false, wasSuccessful: true, data: field };
  }
  return { error: true, errorCode: 5000 };
}

function profileOf(user: SandboxPerson): object {
  return {
    permissionLevel: 1,
    userDisplayName: user.name,
    userEmailAddress: user.address,
    userTimeZone: 'UTC',
    userProfileType: 'office365',
    hostVersion: '16.01',
    owaView: 'ThreeColumns',
    timeZoneOffsets: [{ start: '-62135596800000', end: '253402300799000', offset: '0' }],
  };
}

function dataOf(item: Item, user: SandboxPerson): object {
  const { id, itemType, itemClass, subject, from, sender, to, cc } = item;
  const common = { ...profileOf(user), itemType, conversationId: `conversation-${id}`, seriesId: null };
  if (itemType === itemTypes.draft) return common;
  const date = '2026-11-02T09:00:00Z';
  return {
    ...common,
    id,
    itemClass,
    subject,
    normalizedSubject: subject,
    internetMessageId: `<${itemType}-${subject.length}@sandbox.example>`,
    dateTimeCreated: date,
    dateTimeModified: date,
    from,
    sender,
    to,
    cc,
    bcc: [],
    attachments: [],
    isRead: true,
    ...(itemType === itemTypes.appointment && {
      organizer: from,
      start: date,
      end: date,
      location: '',
      optionalAttendees: cc,
      requiredAttendees: to,
    }),
  };
}

import { itemTypes, type Item, type SandboxPerson } from './item';

/** Permission levels as the host numbers them. */
const permissionLevels: Readonly<Record<string, number>> = {
  Restricted: 0,
  ReadItem: 1,
  ReadWriteMailbox: 2,
  ReadWriteItem: 3,
};

/** The mailbox in office.js's initial data. `permission`: as in a manifest. */
export function profileOf(owner: SandboxPerson, permission: string): object {
  return {
    permissionLevel: permissionLevels[permission] ?? 0,
    userDisplayName: owner.name,
    userEmailAddress: owner.address,
    userTimeZone: 'UTC',
    userProfileType: 'office365',
    hostVersion: '16.01',
    owaView: 'ThreeColumns',
    timeZoneOffsets: [{ start: '-62135596800000', end: '253402300799000', offset: '0' }],
  };
}

/** An item in office.js's initial data; `profile`: of its mailbox. */
export function dataOf(item: Item, profile: object): object {
  const { id, itemType, itemClass, subject, from, sender, to, cc } = item;
  const common = { ...profile, itemType, conversationId: `conversation-${id}`, seriesId: null };
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

const requirements = {
  Mailbox: '1.15',
  NestedAppAuth: '1.1',
  DialogApi: '1.2',
  // Keeps office.js from sending its own telemetry to Microsoft.
  react: '1.0',
};

/** Response to ContextActivationManager_getAppContextAsync. */
export function appContext(controlId: string, language: string): object {
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

import { type ElementType, type Namespace, oneOf, type ValueType } from './elementType';

// The structure of a mail add-in's manifest as Microsoft documents it ("Office Add-ins manifest reference" and "How to
// find the proper order of manifest elements"), without what this add-in has no use for: events, custom panes,
// custom tabs and single sign-on through the host.

const text: ValueType = { pattern: /\S/, write: 'a text' };
const boolean = oneOf('true', 'false');
const address: ValueType = { pattern: /\S/, write: 'an https address' };
const locale: ValueType = {
  pattern: /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/,
  write: 'a language, such as de-DE',
};
const setVersion: ValueType = { pattern: /^\d{1,5}\.\d{1,5}$/, write: 'two numbers, such as 1.5' };
const resourceId: ValueType = { pattern: /^\S.{0,31}$/, write: 'an id of at most 32 characters' };
const id: ValueType = { pattern: /^[\w.-]{1,125}$/, write: 'an id of at most 125 letters, digits, dots and hyphens' };

const ofText = (type: ValueType): ElementType => ({ text: type });
const ofResource: ElementType = { attributes: { resid: resourceId } };
const ofAddress: ElementType = { attributes: { DefaultValue: address }, children: ['Override*'] };
const ofTexts: ElementType = { attributes: { DefaultValue: text }, children: ['Override*'] };

/** Elements for clients without add-in commands, and the facts about the whole add-in. */
const base: Namespace = {
  uri: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  types: {
    OfficeApp: {
      variants: {
        MailApp: {
          children: [
            'Id',
            'AlternateId?',
            'Version',
            'ProviderName',
            'DefaultLocale',
            'DisplayName',
            'Description',
            'IconUrl',
            'HighResolutionIconUrl',
            'SupportUrl',
            'AppDomains?',
            'Hosts',
            'Requirements',
            'FormSettings',
            'Permissions',
            'Rule',
            'DisableEntityHighlighting?',
            'overrides1.0:VersionOverrides',
          ],
        },
      },
    },
    Id: ofText({
      pattern: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
      write: 'a GUID, such as 6b1f0a52-8f0e-4c69-9b0c-4e6f3f7d1a20',
    }),
    AlternateId: ofText(text),
    Version: ofText({ pattern: /^\d{1,5}(\.\d{1,5}){1,3}$/, write: 'two to four numbers, such as 1.0.0.0' }),
    ProviderName: ofText({ pattern: /^(?=.*\S).{1,125}$/, write: 'a name of at most 125 characters' }),
    DefaultLocale: ofText({ ...locale, write: 'a language, such as en-US' }),
    DisplayName: ofTexts,
    Description: ofTexts,
    IconUrl: ofAddress,
    HighResolutionIconUrl: ofAddress,
    SupportUrl: ofAddress,
    Override: { attributes: { Locale: locale, Value: text } },
    AppDomains: { children: ['AppDomain+'] },
    AppDomain: ofText(address),
    Hosts: { children: ['Host+'] },
    Host: { attributes: { Name: text } },
    Requirements: { children: ['Sets'] },
    Sets: { attributes: { 'DefaultMinVersion?': setVersion }, children: ['Set+'] },
    Set: { attributes: { Name: text, 'MinVersion?': setVersion } },
    FormSettings: { children: ['Form+'] },
    Form: {
      variants: {
        ItemRead: {
          children: ['DesktopSettings=ReadSettings', 'TabletSettings=ReadSettings?', 'PhoneSettings=PageSettings?'],
        },
        ItemEdit: {
          children: ['DesktopSettings=PageSettings', 'TabletSettings=PageSettings?', 'PhoneSettings=PageSettings?'],
        },
      },
    },
    ReadSettings: { children: ['SourceLocation', 'RequestedHeight'] },
    PageSettings: { children: ['SourceLocation'] },
    SourceLocation: ofAddress,
    RequestedHeight: ofText({
      pattern: /^(3[2-9]|[4-9]\d|[1-3]\d\d|4[0-4]\d|450)$/,
      write: 'a height in pixels from 32 to 450',
    }),
    Permissions: ofText(oneOf('Restricted', 'ReadItem', 'ReadWriteItem', 'ReadWriteMailbox')),
    Rule: {
      variants: {
        RuleCollection: { attributes: { Mode: oneOf('Or', 'And') }, children: ['Rule+'] },
        ItemIs: {
          attributes: {
            ItemType: oneOf('Message', 'Appointment'),
            FormType: oneOf('Read', 'Edit', 'ReadOrEdit'),
            'ItemClass?': text,
            'IncludeSubClasses?': boolean,
          },
        },
        ItemHasAttachment: {},
      },
    },
    DisableEntityHighlighting: ofText(boolean),
  },
};

const image = { size: oneOf('16', '20', '24', '32', '40', '48', '64', '80'), resid: resourceId };
const mobileImage = { size: oneOf('25', '32', '48'), scale: oneOf('1', '2', '3'), resid: resourceId };

/** Types that both versions of the overrides use. */
const basic: Namespace = {
  uri: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  types: {
    Sets: { attributes: { 'DefaultMinVersion?': setVersion }, children: ['Set+'] },
    Set: { attributes: { Name: text, 'MinVersion?': setVersion } },
    IconImage: { attributes: image },
    MobileImage: { attributes: mobileImage },
    Images: { children: ['Image+'] },
    Image: { attributes: { id: resourceId, DefaultValue: address }, children: ['Override*'] },
    Urls: { children: ['Url+'] },
    Url: { attributes: { id: resourceId, DefaultValue: address }, children: ['Override*'] },
    ShortStrings: { children: ['String+'] },
    LongStrings: { children: ['String+'] },
    String: { attributes: { id: resourceId, DefaultValue: text }, children: ['Override*'] },
    Override: { attributes: { Locale: locale, Value: text } },
  },
};

const surface: ElementType = { children: ['OfficeTab'] };
const overridesContent = ['Description?', 'Requirements?', 'Hosts', 'Resources'];

/** Add-in commands for desktop clients. */
const overrides10: Namespace = {
  uri: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  types: {
    VersionOverrides: {
      variants: { VersionOverridesV1_0: { children: [...overridesContent, 'overrides1.1:VersionOverrides?'] } },
    },
    Requirements: { children: ['bt:Sets'] },
    Hosts: { children: ['Host'] },
    Host: { variants: { MailHost: { children: ['DesktopFormFactor'] } } },
    DesktopFormFactor: { children: ['FunctionFile?', 'ExtensionPoint+'] },
    FunctionFile: ofResource,
    ExtensionPoint: {
      variants: {
        MessageReadCommandSurface: surface,
        MessageComposeCommandSurface: surface,
        AppointmentOrganizerCommandSurface: surface,
        AppointmentAttendeeCommandSurface: surface,
      },
    },
    OfficeTab: { attributes: { id: oneOf('TabDefault') }, children: ['Group+'] },
    Group: { attributes: { id }, children: ['Label', 'Control+'] },
    Label: ofResource,
    Control: {
      attributes: { id },
      variants: {
        Button: { children: ['Label', 'Supertip', 'Icon', 'Action'] },
        Menu: { children: ['Label', 'Supertip', 'Icon', 'Items'] },
      },
    },
    Items: { children: ['Item+'] },
    Item: { attributes: { id }, children: ['Label', 'Supertip', 'Icon?', 'Action'] },
    Supertip: { children: ['Title', 'Description'] },
    Title: ofResource,
    Description: ofResource,
    Icon: { children: ['bt:Image=IconImage+'] },
    Action: {
      variants: {
        ShowTaskpane: { children: ['SourceLocation'] },
        ExecuteFunction: { children: ['FunctionName'] },
      },
    },
    SourceLocation: ofResource,
    FunctionName: ofText(text),
    Resources: { children: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'] },
  },
};

/** The same with pinning, shared folders, selections and mobile clients. */
const overrides11: Namespace = {
  uri: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
  types: {
    ...overrides10.types,
    VersionOverrides: { variants: { VersionOverridesV1_1: { children: overridesContent } } },
    Host: { variants: { MailHost: { children: ['DesktopFormFactor', 'MobileFormFactor?'] } } },
    DesktopFormFactor: { children: ['SupportsSharedFolders?', 'FunctionFile?', 'ExtensionPoint+'] },
    SupportsSharedFolders: ofText(boolean),
    MobileFormFactor: { children: ['FunctionFile?', 'ExtensionPoint=MobileExtensionPoint+'] },
    MobileExtensionPoint: { variants: { MobileMessageReadCommandSurface: { children: ['Group=MobileGroup'] } } },
    MobileGroup: { attributes: { id }, children: ['Label', 'Control=MobileControl+'] },
    MobileControl: {
      attributes: { id },
      variants: { MobileButton: { children: ['Label', 'Icon=MobileIcon', 'Action=MobileAction'] } },
    },
    MobileIcon: { variants: { 'bt:MobileIconList': { children: ['bt:Image=MobileImage+'] } } },
    MobileAction: overrides10.types['Action'] ?? {},
    Action: {
      variants: {
        ShowTaskpane: {
          children: ['SourceLocation', 'SupportsPinning?', 'SupportsNoItemContext?', 'SupportsMultiSelect?'],
        },
        ExecuteFunction: { children: ['FunctionName'] },
      },
    },
    SupportsPinning: ofText(boolean),
    SupportsNoItemContext: ofText(boolean),
    SupportsMultiSelect: ofText(boolean),
  },
};

/** The namespaces of a mail add-in's manifest, by the prefix that the types use. */
export const structure: Readonly<Record<string, Namespace>> = {
  base,
  bt: basic,
  'overrides1.0': overrides10,
  'overrides1.1': overrides11,
};

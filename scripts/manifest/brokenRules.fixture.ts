import { manifestTranslations } from '../../build/manifestTranslations';
import type { BrokenManifest } from './brokenStructure.fixture';

const mobileIcon = /<bt:Image size="48" scale="3"[^>]*>/;

const overrides = manifestTranslations.map(({ locale }) => `<bt:Override Locale="${locale}" Value="Old" />`).join('');

/** Manifests of the right structure that break a rule. */
export const brokenRules: readonly BrokenManifest[] = [
  [
    'a version below 1.0',
    '<Version>1.0.0.0',
    '<Version>0.9.0.0',
    '<Version> is 0.9.0.0. Microsoft refuses versions below 1.0. Write 1.0.0.0.',
  ],
  [
    'a version other than that of package.json',
    '<Version>1.0.0.0',
    '<Version>9.9.9.0',
    '<Version> is 9.9.9.0, and package.json has 1.0.0. Write 1.0.0.0.',
  ],
  [
    'the permission to write',
    '<Permissions>ReadItem',
    '<Permissions>ReadWriteItem',
    '<Permissions> is ReadWriteItem. Write ReadItem: the add-in reads one message at a time.',
  ],
  [
    'a host of another name',
    '<Host Name="Mailbox"',
    '<Host Name="Document"',
    '<Host> has the name "Document". Write Name="Mailbox".',
  ],
  [
    'a set of another name',
    '<Set Name="Mailbox"',
    '<Set Name="MailBox"',
    '<Set> has the name "MailBox". Write Name="Mailbox".',
  ],
  [
    'a set of another name in the overrides',
    '<bt:Set Name="Mailbox"',
    '<bt:Set Name="ExcelApi"',
    '<bt:Set> has the name "ExcelApi". Write Name="Mailbox".',
  ],
  [
    'a set without a version',
    ' DefaultMinVersion="1.5"',
    '',
    '<bt:Set> has no version, which means 1.1. Add MinVersion="1.5".',
  ],
  [
    'the same control id twice',
    'id="compose.open"',
    'id="read.open"',
    '<Control> has id="read.open", as line 77 has. Write another, or remove one of the two.',
  ],
  [
    'the same group id twice',
    'id="compose.group"',
    'id="read.group"',
    '<Group> has id="read.group", as line 75 has. Write another, or remove one of the two.',
  ],
  [
    'the same resource id twice',
    '<bt:String id="Open.Label"',
    '<bt:String id="Group.Label"',
    '<bt:String> has id="Group.Label", as line 174 has. Write another, or remove one of the two.',
  ],
  [
    'the same surface twice',
    'xsi:type="MessageComposeCommandSurface"',
    'xsi:type="MessageReadCommandSurface"',
    '<ExtensionPoint> has xsi:type="MessageReadCommandSurface", as line 73 has. Write another, or remove one of the two.',
  ],
  [
    'the same form twice',
    /<Form xsi:type="ItemRead">[^]*?<\/Form>/,
    '$&$&',
    '<Form> has xsi:type="ItemRead", as line 46 has. Write another, or remove one of the two.',
  ],
  [
    'the same translation twice',
    /(<Override [^>]*>)/,
    '$1$1',
    '<Override> has Locale="de-DE", as line 8 has. Write another, or remove one of the two.',
  ],
  [
    'an undefined text',
    '<Description resid="Open.Tip" />',
    '<Description resid="Open.Top" />',
    '<Description> uses resid="Open.Top", which is not defined. Add it to <bt:LongStrings>.',
  ],
  [
    'a long text as a label',
    '<Label resid="Open.Label" />',
    '<Label resid="Open.Tip" />',
    '<Label> uses resid="Open.Tip" of <bt:LongStrings>. Write one of <bt:ShortStrings>.',
  ],
  [
    'an http address',
    '<SourceLocation DefaultValue="https:',
    '<SourceLocation DefaultValue="http:',
    '<SourceLocation> has the address "http://localhost:3000/taskpane.html". Write a complete https address.',
  ],
  [
    'an ftp address',
    '<IconUrl DefaultValue="https:',
    '<IconUrl DefaultValue="ftp:',
    '<IconUrl> has the address "ftp://localhost:3000/assets/icon-64.png". Write a complete https address.',
  ],
  [
    'a relative address',
    '<bt:Url id="Pane.Url" DefaultValue="https://localhost:3000/',
    '<bt:Url id="Pane.Url" DefaultValue="/',
    '<bt:Url> has the address "/taskpane.html". Write a complete https address.',
  ],
  [
    'an icon of another origin',
    '<IconUrl DefaultValue="https://localhost:3000',
    '<IconUrl DefaultValue="https://cdn.example',
    '<IconUrl> has the address https://cdn.example/assets/icon-64.png, outside the add-in. Write one that starts with https://localhost:3000/.',
  ],
  [
    'a page outside the folder of the pane',
    'SupportUrl DefaultValue="https://localhost:3000/',
    'SupportUrl DefaultValue="https://localhost:3001/',
    '<SupportUrl> has the address https://localhost:3001/taskpane.html, outside the add-in. Write one that starts with https://localhost:3000/.',
  ],
  [
    'an http domain',
    '<AppDomain>https:',
    '<AppDomain>http:',
    '<AppDomain> has the address "http://login.microsoftonline.com". Write a complete https address.',
  ],
  [
    'a domain with a path',
    '<AppDomain>https://login.microsoftonline.com',
    '<AppDomain>https://login.microsoftonline.com/common',
    '<AppDomain> has the address https://login.microsoftonline.com/common. Write the origin only: https://login.microsoftonline.com.',
  ],
  [
    'a page that does not exist',
    '<bt:Url id="Pane.Url" DefaultValue="https://localhost:3000/taskpane.html',
    '<bt:Url id="Pane.Url" DefaultValue="https://localhost:3000/pane.html',
    '<bt:Url> has the address https://localhost:3000/pane.html, but there is no file pane.html. Write the address of a page.',
  ],
  [
    'a name of 126 characters',
    'DisplayName DefaultValue="User Photo for Outlook"',
    `DisplayName DefaultValue="${'x'.repeat(126)}"`,
    '<DisplayName> has a text of 126 characters. Write at most 125.',
  ],
  [
    'a label of 126 characters in German',
    'Value="Benutzerfoto"',
    `Value="${'x'.repeat(126)}"`,
    '<bt:Override> has a text of 126 characters. Write at most 125.',
  ],
  [
    'a supertip of 251 characters',
    /id="Open.Tip" DefaultValue="[^"]*"/,
    `id="Open.Tip" DefaultValue="${'x'.repeat(251)}"`,
    '<bt:String> has a text of 251 characters. Write at most 250.',
  ],
  [
    'a name without a German text',
    /<Override Locale="de-DE" Value="Benutzerfoto für Outlook" \/>/,
    '',
    '<DisplayName> has no text in de-DE. Add <Override Locale="de-DE" Value="…" />.',
  ],
  [
    'a label without a German text',
    '<bt:Override Locale="de-DE" Value="Benutzerfoto" />',
    '',
    '<bt:String> has no text in de-DE. Add <bt:Override Locale="de-DE" Value="…" />.',
  ],
  [
    'a supertip without an Arabic text',
    /<bt:Override Locale="ar-SA" Value="[^"]*" \/>(?=\s*<\/bt:String>\s*<\/bt:LongStrings>)/,
    '',
    '<bt:String> has no text in ar-SA. Add <bt:Override Locale="ar-SA" Value="…" />.',
  ],
  [
    'a button without its smallest icon',
    /<bt:Image size="16"[^>]*>/,
    '',
    '<Icon> lacks an icon. Add <bt:Image size="16" resid="…" />.',
  ],
  [
    'an icon size twice',
    /(<bt:Image size="16"[^>]*>)/,
    '$1$1',
    '<Icon> has <bt:Image size="16"> more than once. Write it once.',
  ],
  ['a missing mobile icon', mobileIcon, '', '<Icon> lacks an icon. Add <bt:Image size="48" scale="3" resid="…" />.'],
  [
    'pinning in an appointment',
    /(AppointmentAttendeeCommandSurface(?:(?!AppointmentAttendeeCommandSurface)[^])*?<SourceLocation resid="Pane.Url" \/>)(\s*<\/Action>\s*<\/Control>\s*<\/Group>\s*<\/OfficeTab>\s*<\/ExtensionPoint>\s*<\/DesktopFormFactor>\s*<MobileFormFactor>)/,
    '$1<SupportsPinning>true</SupportsPinning>$2',
    '<SupportsPinning> is in AppointmentAttendeeCommandSurface, but exists for messages only. Remove it.',
  ],
  [
    'no button in a message that is read',
    /<ExtensionPoint xsi:type="MessageReadCommandSurface">[^]*?<\/ExtensionPoint>/,
    '',
    '<VersionOverrides> has no button in MessageReadCommandSurface. Add <ExtensionPoint xsi:type="MessageReadCommandSurface">.',
  ],
  [
    'no inner overrides',
    /<VersionOverrides xmlns="[^"]*1\.1"[^]*?<\/VersionOverrides>/,
    '',
    '<VersionOverrides> lacks the overrides 1.1. Add <VersionOverrides xsi:type="VersionOverridesV1_1">.',
  ],
  [
    'no pinning',
    /<SupportsPinning>true<\/SupportsPinning>/g,
    '',
    '<VersionOverrides> has no pinning. Add <SupportsPinning>true</SupportsPinning> to the buttons in messages.',
  ],
  [
    'an icon of the wrong size',
    'icon-64.png',
    'icon-80.png',
    '<IconUrl> has the icon assets/icon-80.png of 80 x 80 pixels. Write one of 64 x 64.',
  ],
  [
    'a missing icon file',
    'icon-128.png',
    'logo.png',
    '<HighResolutionIconUrl> has the icon assets/logo.png, which is not a PNG file here. Write the address of one.',
  ],
  [
    'a mobile icon of the wrong size',
    'id="Icon.48.x3" DefaultValue="https://localhost:3000/assets/icon-144.png"',
    'id="Icon.48.x3" DefaultValue="https://localhost:3000/assets/icon-128.png"',
    '<bt:Image> has the icon assets/icon-128.png of 128 x 128 pixels. Write one of 144 x 144.',
  ],
  [
    'an unused text',
    '<bt:LongStrings>',
    `<bt:LongStrings><bt:String id="Old.Tip" DefaultValue="Old">${overrides}</bt:String>`,
    '<bt:String> defines "Old.Tip", which no element uses. Use it or remove it.',
  ],
  [
    'an icon that is no PNG file',
    'icon-64.png',
    'icon.svg',
    '<IconUrl> has the icon assets/icon.svg, which is not a PNG file here. Write the address of one.',
  ],
  [
    'a folder as the support page',
    '<SupportUrl DefaultValue="https://localhost:3000/taskpane.html"',
    '<SupportUrl DefaultValue="https://localhost:3000/assets/"',
    '<SupportUrl> has the address https://localhost:3000/assets/, but there is no file assets/. Write the address of a page.',
  ],
];

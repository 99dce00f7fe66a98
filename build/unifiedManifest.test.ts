import { readFileSync } from 'node:fs';
import { unifiedManifest, unifiedTranslation } from './unifiedManifest';

const xml = readFileSync('manifest.xml', 'utf8');

interface Ribbon {
  readonly requirements: { readonly formFactors: readonly string[] };
  readonly contexts: readonly string[];
}

interface Action {
  readonly id: string;
  readonly pinnable: boolean;
}

const manifest = JSON.parse(unifiedManifest(xml)) as {
  readonly id: string;
  readonly version: string;
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly { readonly name: string }[] } };
  readonly validDomains: readonly string[];
  readonly extensions: readonly [
    {
      readonly requirements: { readonly capabilities: readonly object[] };
      readonly runtimes: readonly { readonly actions: readonly Action[] }[];
      readonly ribbons: readonly Ribbon[];
    },
  ];
};
const [extension] = manifest.extensions;

test('the facts are those of the XML manifest', () => {
  expect(xml).toContain(`<Id>${manifest.id}</Id>`);
  expect(xml).toContain(`<Version>${manifest.version}.0</Version>`);
  expect(manifest.validDomains).toEqual(['https://localhost:3000', 'https://login.microsoftonline.com']);
  expect(extension.requirements.capabilities).toEqual([{ name: 'Mailbox', minVersion: '1.5' }]);
});

test('reading one item and shared folders are the only permissions', () => {
  expect(manifest.authorization.permissions.resourceSpecific.map(({ name }) => name)).toEqual([
    'MailboxItem.Read.User',
    'Mailbox.SharedFolder',
  ]);
});

test('the pane is in the same places', () => {
  expect(extension.ribbons.map(({ contexts, requirements }) => [...contexts, ...requirements.formFactors])).toEqual([
    ['mailRead', 'desktop'],
    ['mailCompose', 'desktop'],
    ['meetingDetailsOrganizer', 'desktop'],
    ['meetingDetailsAttendee', 'desktop'],
    ['mailRead', 'mobile'],
  ]);
});

test('the pane is pinned in messages only', () => {
  const pinned = extension.runtimes[0]?.actions.filter(({ pinnable }) => pinnable).map(({ id }) => id);
  expect(pinned).toEqual(['read.open', 'compose.open']);
});

test('the German texts name their places', () => {
  const german = JSON.parse(unifiedTranslation(xml, 'de-DE')) as Readonly<Record<string, string>>;
  expect(german['name.short']).toBe('Benutzerfoto für Outlook');
  expect(german['extensions[0].ribbons[0].tabs[0].groups[0].label']).toBe('Benutzerfoto');
  expect(german['extensions[0].ribbons[4].tabs[0].customMobileRibbonGroups[0].controls[0].label']).toBe('Benutzerfoto');
});

test.each([
  ['a menu', 'xsi:type="Button"', 'xsi:type="Menu"', 'has buttons only'],
  ['a function', 'xsi:type="ShowTaskpane"', 'xsi:type="ExecuteFunction"', 'open the pane only'],
  ['an unknown place', 'MessageReadCommandSurface', 'CustomPane', 'extension point CustomPane'],
  ['an undefined text', 'String id="Group.Label"', 'String id="Group.Name"', 'no "Group.Label"'],
])('%s is refused', (_what, from, to, message) => {
  expect(() => unifiedManifest(xml.replaceAll(from, to))).toThrow(message);
});

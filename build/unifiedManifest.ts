import type { Element } from '@xmldom/xmldom';
import {
  attribute,
  type ManifestSource,
  named,
  readSource,
  required,
  resource,
  textOf,
  valueOf,
} from './manifestSource';
import { manifestTranslations } from './manifestTranslations';
import { ancestor, child, childElements, localName, xsiType } from './xmlElements';

/** The first version of the schema that describes mail add-ins on computers and on mobile devices. */
const manifestVersion = '1.17';

/** `contexts` by extension point of the XML manifest. */
const contexts: Readonly<Record<string, string>> = {
  MessageReadCommandSurface: 'mailRead',
  MessageComposeCommandSurface: 'mailCompose',
  AppointmentOrganizerCommandSurface: 'meetingDetailsOrganizer',
  AppointmentAttendeeCommandSurface: 'meetingDetailsAttendee',
  MobileMessageReadCommandSurface: 'mailRead',
};

/** Names of permissions, by name in the XML manifest ("Understanding Outlook add-in permissions"). */
const permissions: Readonly<Record<string, string>> = {
  Restricted: 'MailboxItem.Restricted.User',
  ReadItem: 'MailboxItem.Read.User',
  ReadWriteItem: 'MailboxItem.ReadWrite.User',
  ReadWriteMailbox: 'Mailbox.ReadWrite.User',
};

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * The unified manifest ("Unified manifest for Microsoft 365"), with the facts of the XML manifest.
 * @throws Error where the XML manifest has what is not translated here.
 */
export function unifiedManifest(xml: string): string {
  return format(manifestOf(readSource(xml)));
}

/** The texts of the unified manifest in another language, by their place in it. @param locale such as `de-DE`. */
export function unifiedTranslation(xml: string, locale: string): string {
  const originals = new Map(leavesOf(manifestOf(readSource(xml))));
  const required = ['name.short', 'description.short', 'description.full'];
  const translated = leavesOf(manifestOf(readSource(xml, locale))).filter(
    ([place, text]) => required.includes(place) || text !== originals.get(place),
  );
  return format({ $schema: schemaAddress('Localization.schema'), ...Object.fromEntries(translated) });
}

function manifestOf(source: ManifestSource): Json {
  const { root } = source;
  const displayName = textOf(source, required(root, 'DisplayName'));
  const description = textOf(source, required(root, 'Description'));
  const website = textOf(source, required(root, 'SupportUrl'));
  return {
    $schema: schemaAddress('schema'),
    manifestVersion,
    id: valueOf(root, 'Id'),
    version: valueOf(root, 'Version').split('.').slice(0, 3).join('.'),
    developer: {
      name: valueOf(root, 'ProviderName'),
      websiteUrl: website,
      privacyUrl: website,
      termsOfUseUrl: website,
    },
    name: { short: displayName, full: displayName },
    description: { short: description, full: description },
    icons: { color: 'assets/icon-192.png', outline: 'assets/icon-outline.png' },
    accentColor: '#0f6cbd',
    localizationInfo: {
      defaultLanguageTag: valueOf(root, 'DefaultLocale').toLowerCase(),
      additionalLanguages: manifestTranslations.map(({ tag, file }) => ({ languageTag: tag, file })),
    },
    authorization: {
      permissions: { resourceSpecific: permissionsOf(source).map((name) => ({ name, type: 'Delegated' })) },
    },
    validDomains: [website, ...named(root, 'AppDomain').map((one) => one.textContent ?? '')].map(
      (address) => new URL(address).origin,
    ),
    extensions: [extensionOf(source)],
  };
}

function permissionsOf({ root, overrides }: ManifestSource): readonly string[] {
  const permission = permissions[valueOf(root, 'Permissions')];
  if (permission === undefined) throw new Error('The permission of the manifest is not known here.');
  const isShared = named(overrides, 'SupportsSharedFolders').some((one) => one.textContent === 'true');
  return isShared ? [permission, 'Mailbox.SharedFolder'] : [permission];
}

function extensionOf(source: ManifestSource): Json {
  const { root, overrides } = source;
  const sets = named(required(root, 'Requirements'), 'Set');
  return {
    requirements: {
      scopes: ['mail'],
      capabilities: sets.map((one) => ({ name: attribute(one, 'Name'), minVersion: attribute(one, 'MinVersion') })),
    },
    runtimes: runtimesOf(source),
    ribbons: named(overrides, 'ExtensionPoint').map((point) => ribbonOf(source, point)),
  };
}

/** One runtime for each page, with an action for each button that opens it. */
function runtimesOf(source: ManifestSource): Json {
  const actions = named(source.overrides, 'Action').map((action) => {
    if (xsiType(action) !== 'ShowTaskpane')
      throw new Error('The unified manifest has actions that open the pane only.');
    return { action, page: resource(source, required(action, 'SourceLocation')) };
  });
  return [...new Set(actions.map(({ page }) => page))].map((page, index) => ({
    id: `pane${index + 1}`,
    type: 'general',
    code: { page },
    lifetime: 'short',
    actions: actions.filter((one) => one.page === page).map(({ action }) => actionOf(action)),
  }));
}

function actionOf(action: Element): Json {
  const supports = (name: string): boolean => child(action, name)?.textContent === 'true';
  const id = attribute(action.parentNode as Element, 'id');
  return {
    id,
    type: 'openPage',
    view: id,
    pinnable: supports('SupportsPinning'),
    multiselect: supports('SupportsMultiSelect'),
    supportsNoItemContext: supports('SupportsNoItemContext'),
  };
}

function ribbonOf(source: ManifestSource, point: Element): Json {
  const context = contexts[xsiType(point)];
  if (context === undefined) throw new Error(`The extension point ${xsiType(point)} is not known here.`);
  const isMobile = ancestor(point, 'MobileFormFactor') !== undefined;
  const groups = named(point, 'Group').map((group) => groupOf(source, group, isMobile));
  return {
    requirements: { scopes: ['mail'], formFactors: [isMobile ? 'mobile' : 'desktop'] },
    contexts: [context],
    tabs: [{ builtInTabId: 'TabDefault', [isMobile ? 'customMobileRibbonGroups' : 'groups']: groups }],
  };
}

function groupOf(source: ManifestSource, group: Element, isMobile: boolean): Json {
  const controls = childElements(group).filter((one) => localName(one) === 'Control');
  return {
    id: attribute(group, 'id'),
    label: resource(source, required(group, 'Label')),
    controls: controls.map((control) => (isMobile ? mobileButtonOf(source, control) : buttonOf(source, control))),
  };
}

function buttonOf(source: ManifestSource, control: Element): Json {
  if (xsiType(control) !== 'Button') throw new Error('The unified manifest has buttons only.');
  const supertip = required(control, 'Supertip');
  return {
    id: attribute(control, 'id'),
    type: 'button',
    label: resource(source, required(control, 'Label')),
    supertip: {
      title: resource(source, required(supertip, 'Title')),
      description: resource(source, required(supertip, 'Description')),
    },
    icons: imagesOf(control).map((image) => ({
      size: Number(attribute(image, 'size')),
      url: resource(source, image),
    })),
    actionId: attribute(control, 'id'),
  };
}

function mobileButtonOf(source: ManifestSource, control: Element): Json {
  return {
    id: attribute(control, 'id'),
    type: 'mobileButton',
    label: resource(source, required(control, 'Label')),
    icons: imagesOf(control).map((image) => ({
      size: Number(attribute(image, 'size')),
      scale: Number(attribute(image, 'scale')),
      url: resource(source, image),
    })),
    actionId: attribute(control, 'id'),
  };
}

function imagesOf(control: Element): readonly Element[] {
  return childElements(required(control, 'Icon'));
}

/** All texts with their places, such as `extensions[0].ribbons[0].contexts[0]`. */
function leavesOf(json: Json, place = ''): readonly (readonly [place: string, text: string])[] {
  if (typeof json === 'string') return [[place, json]];
  if (typeof json !== 'object') return [];
  return Object.entries(json).flatMap(([key, value]) =>
    leavesOf(value, Array.isArray(json) ? `${place}[${key}]` : [place, key].filter(Boolean).join('.')),
  );
}

function schemaAddress(name: string): string {
  return `https://developer.microsoft.com/en-us/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.${name}.json`;
}

function format(json: Json): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

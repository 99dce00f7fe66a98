import { answerBridge } from './bridge';
import { element } from './consent';
import { mailFor } from './mailbox';
import { toEmailUser, type Item, type SandboxPerson } from './item';
import { showMessageList } from './messageList';
import { OutlookHost } from './outlookHost';
import { showReadingPane } from './readingPane';
import { readSettings } from './sandboxMenu';
import { showSwitches } from './drawSwitches';

interface Places {
  readonly pane: string;
  readonly control: string;
  /** What manifest.xml asks for. */
  readonly permission: string;
}

const query = new URLSearchParams(location.search);
const settings = readSettings(query);
const places = (await (await fetch('/sandbox.json')).json()) as Places;
const { pane, control } = places;
const people = (await (await fetch(`${control}/people`)).json()) as readonly SandboxPerson[];
const user = personAt(settings.account);
const owner = settings.mailbox === 'shared' ? personAt('info@contoso.com') : user;
const permission = settings.permission === 'manifest' ? places.permission : settings.permission;
const paneOrigin = new URL(pane).origin;

document.documentElement.dataset['theme'] = settings.theme;
document.documentElement.dataset['device'] = settings.device;
document.documentElement.lang = 'en';
element('account').textContent = owner === user ? user.name : `${user.name}: ${owner.name}`;

const frame = document.createElement('iframe');
const host = new OutlookHost({ frame, paneOrigin, owner, settings, permission });
answerBridge(
  frame,
  paneOrigin,
  control,
  () => (settings.accounts === 'switching' ? host.account(user) : user),
  settings.bridge,
);

const mail = [...mailFor(owner, people, settings.crowd === 'on'), ...secondMailbox()];
const first = query.get('item') ?? mail[0]?.id ?? null;
showMessageList(element('list'), mail, first === 'none' ? null : first, (chosen: readonly Item[]) => {
  showReadingPane(element('reading'), chosen, people.map(toEmailUser), (draft, isFromAddressBook) =>
    host.write(draft, isFromAddressBook),
  );
  host.select(chosen);
});

showSwitches(element('switches'), settings, control, (theme) => {
  document.documentElement.dataset['theme'] = theme;
  host.theme(theme);
});
element('open-switches').addEventListener('click', ({ currentTarget }) => {
  const panel = element('switches');
  panel.hidden = !panel.hidden;
  (currentTarget as HTMLElement).setAttribute('aria-expanded', String(!panel.hidden));
});

if (settings.device === 'computer') element('pane').style.width = `${settings.width}px`;
if (settings.height !== 'window') frame.style.flex = `0 0 ${settings.height}px`;
const { dialect, upload, groups, bridge, modern, several, theme, itemChanged, pinned, accounts, device, office } =
  settings;
const page = new URLSearchParams({
  dialect,
  upload,
  groups,
  bridge,
  modern,
  several,
  theme,
  itemChanged,
  pinned,
  accounts,
  device,
  office,
  permission,
  oid: user.objectId,
  tid: user.tenantId,
  upn: user.login,
});
frame.title = 'User Photo';
// As in Outlook: office.js reads the host information from the name of its frame.
frame.name = JSON.stringify({
  baseFrameName: 'pane',
  hostInfo: `Outlook|Web|16.01|${settings.language}|sandbox||disableLogging|0`,
  xdmInfo: `conversation-${Date.now()}|control|${location.origin}`,
  serializerVersion: '1',
  flights: '[]',
});
// Without "modern": an older host that does not allow the camera.
frame.allow = modern === 'on' ? 'clipboard-write; camera' : 'clipboard-write';
frame.src = `${pane}?${page}`;
element('pane').append(frame);

// Only the pane is reloaded: the selection and the switches stay.
new EventSource('/rebuilds').addEventListener('message', () => {
  frame.src = `${pane}?${page}`;
});

function personAt(address: string): SandboxPerson {
  const found = people.find((one) => one.address === address);
  if (!found) throw new Error(`There is no ${address}`);
  return found;
}

/** Without `accounts=one`: a few items of another account's mailbox. */
function secondMailbox(): readonly Item[] {
  if (settings.accounts === 'one') return [];
  const second = personAt(settings.account === 'nina@fabrikam.com' ? 'adele@contoso.com' : 'nina@fabrikam.com');
  return mailFor(second, people, false)
    .filter(({ id }) => ['megan@contoso.com', 'mine', 'draft', 'sent'].includes(id))
    .map((item) => ({ ...item, id: `second-${item.id}`, title: `${item.title} (${second.name})`, owner: second }));
}

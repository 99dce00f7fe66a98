import { answerBridge } from './bridge';
import { element } from './consent';
import { showMessageList } from './messageList';
import { mailFor, toEmailUser, type Item, type SandboxPerson } from './mailbox';
import { createOutlookHost } from './outlookHost';
import { showReadingPane } from './readingPane';
import { readSettings } from './settings';
import { showSwitches } from './switches';

interface Places {
  readonly pane: string;
  readonly control: string;
}

const query = new URLSearchParams(location.search);
const settings = readSettings(query);
const { pane, control } = (await (await fetch('/sandbox.json')).json()) as Places;
const people = (await (await fetch(`${control}/people`)).json()) as readonly SandboxPerson[];
const user = people.find(({ address }) => address === settings.account);
if (!user) throw new Error('There is no such account');
const paneOrigin = new URL(pane).origin;

document.documentElement.dataset['theme'] = settings.theme;
document.documentElement.lang = 'en';
element('account').textContent = user.name;

const frame = document.createElement('iframe');
const host = createOutlookHost(frame, paneOrigin, user, settings);
answerBridge(frame, paneOrigin, control, user, settings.bridge);

const mail = mailFor(user, people, settings.crowd === 'on');
const first = query.get('item') ?? mail[0]?.id ?? null;
showMessageList(element('list'), mail, first === 'none' ? null : first, (chosen: readonly Item[]) => {
  showReadingPane(element('reading'), chosen, people.map(toEmailUser), (draft) => host.write(draft));
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

element('pane').style.width = `${settings.width}px`;
const { dialect, upload, bridge, modern, several, theme, itemChanged } = settings;
const page = new URLSearchParams({
  dialect,
  upload,
  bridge,
  modern,
  several,
  theme,
  itemChanged,
  oid: user.objectId,
  tid: user.tenantId,
  upn: user.address,
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

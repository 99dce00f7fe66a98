import { answerBridge } from './bridge';
import { element } from './consent';
import { showList } from './list';
import { mailFor, person, type Item, type Listed } from './mail';
import { playHost } from './office';
import { showReading } from './reading';
import { readSettings } from './settings';
import { showSwitches } from './switches';

interface Places {
  readonly pane: string;
  readonly control: string;
}

const query = new URLSearchParams(location.search);
const settings = readSettings(query);
const { pane, control } = (await (await fetch('/sandbox.json')).json()) as Places;
const people = (await (await fetch(`${control}/people`)).json()) as readonly Listed[];
const user = people.find(({ address }) => address === settings.account);
if (!user) throw new Error('There is no such account');
const paneOrigin = new URL(pane).origin;

document.documentElement.dataset['theme'] = settings.theme;
document.documentElement.lang = 'en';
element('account').textContent = user.name;

const frame = document.createElement('iframe');
const host = playHost(frame, paneOrigin, user, settings);
answerBridge(frame, paneOrigin, control, user, settings.bridge);

const mail = mailFor(user, people, settings.crowd === 'on');
const first = query.get('item') ?? mail[0]?.id ?? null;
showList(element('list'), mail, first === 'none' ? null : first, (chosen: readonly Item[]) => {
  showReading(element('reading'), chosen, people.map(person), (draft) => host.write(draft));
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
// The carrier that real Outlook uses: office.js reads it from the name of its frame.
frame.name = JSON.stringify({
  baseFrameName: 'pane',
  hostInfo: `Outlook|Web|16.01|${settings.language}|sandbox||disableLogging|0`,
  xdmInfo: `conversation-${Date.now()}|control|${location.origin}`,
  serializerVersion: '1',
  flights: '[]',
});
// What hosts allow; without "modern", an older one that has no camera.
frame.allow = modern === 'on' ? 'clipboard-write; camera' : 'clipboard-write';
frame.src = `${pane}?${page}`;
element('pane').append(frame);

// Only the pane is reloaded: the selection and the switches stay.
new EventSource('/rebuilds').addEventListener('message', () => {
  frame.src = `${pane}?${page}`;
});

import type { Item, Person } from './mail';

/** The reading pane: what is selected, as mail shows it. */
export function showReading(pane: HTMLElement, items: readonly Item[]): void {
  const [item] = items;
  const title = document.createElement('h1');
  if (items.length !== 1 || !item) {
    title.textContent = items.length === 0 ? 'Nothing is selected' : `${items.length} messages are selected`;
    pane.replaceChildren(title);
    return;
  }
  title.textContent = item.subject;
  const facts = document.createElement('dl');
  const add = (name: string, text: string): void => {
    const [term, value] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    value.textContent = text;
    facts.append(term, value);
  };
  if (item.sender && item.sender.address !== item.from?.address) add('Sent by', written(item.sender));
  if (item.from) add('From', written(item.from));
  add('To', item.to.map(written).join('; '));
  const body = document.createElement('p');
  body.textContent = 'The pane beside this message shows who is behind it.';
  pane.replaceChildren(title, facts, body);
}

function written({ name, address }: Person): string {
  return `${name} <${address}>`;
}

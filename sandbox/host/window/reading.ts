import { itemTypes, type Item, type Person } from './mail';

/** The reading pane: what is selected, as mail shows it; a draft takes more recipients. */
export function showReading(
  pane: HTMLElement,
  items: readonly Item[],
  known: readonly Person[],
  onWrite: (draft: Item) => void,
): void {
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
  if (item.cc.length > 0) add('Cc', item.cc.map(written).join('; '));
  if (item.bcc.length > 0) add('Bcc', item.bcc.map(written).join('; '));
  const body = document.createElement('p');
  body.textContent = 'The pane beside this message shows who is behind it.';
  pane.replaceChildren(title, facts, body);
  if (item.itemType === itemTypes.draft) {
    const write = (to: Item['to']): void => {
      const draft = { ...item, to };
      showReading(pane, [draft], known, onWrite);
      onWrite(draft);
    };
    pane.append(recipientForm((one) => write([...item.to, one]), known));
  }
}

/** One more recipient by address, as somebody writes a message. */
function recipientForm(onAdd: (one: Person) => void, known: readonly Person[]): HTMLElement {
  const form = document.createElement('form');
  const label = document.createElement('label');
  const [field, button] = [document.createElement('input'), document.createElement('button')];
  field.required = true;
  label.append('Add a recipient ', field);
  button.textContent = 'Add';
  form.append(label, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = field.value.trim();
    onAdd(known.find((one) => one.address === address) ?? { name: '', address, recipientType: 0 });
  });
  return form;
}

function written({ name, address }: Person): string {
  return `${name} <${address}>`;
}

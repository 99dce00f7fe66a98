import { itemTypes, type Item, type EmailUser } from './mailbox';

/** Shows the selected message in the reading pane; a draft has a form to add recipients. */
export function showReadingPane(
  pane: HTMLElement,
  items: readonly Item[],
  known: readonly EmailUser[],
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
  if (item.sender && item.sender.address !== item.from?.address) add('Sent by', formatPerson(item.sender));
  if (item.from) add('From', formatPerson(item.from));
  add('To', item.to.map(formatPerson).join('; '));
  if (item.cc.length > 0) add('Cc', item.cc.map(formatPerson).join('; '));
  if (item.bcc.length > 0) add('Bcc', item.bcc.map(formatPerson).join('; '));
  const body = document.createElement('p');
  body.textContent = 'The pane beside this message shows who is behind it.';
  pane.replaceChildren(title, facts, body);
  if (item.itemType === itemTypes.draft) {
    const write = (to: Item['to']): void => {
      const draft = { ...item, to };
      showReadingPane(pane, [draft], known, onWrite);
      onWrite(draft);
    };
    pane.append(recipientForm((one) => write([...item.to, one]), known));
  }
}

/** Form that adds a recipient by address. */
function recipientForm(onAdd: (one: EmailUser) => void, known: readonly EmailUser[]): HTMLElement {
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

function formatPerson({ name, address }: EmailUser): string {
  return `${name} <${address}>`;
}

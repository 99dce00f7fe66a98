import { itemTypes, type Item, type EmailUser } from './item';

/** Shows the selected message in the reading pane; a draft has a form to add recipients. */
export function showReadingPane(
  pane: HTMLElement,
  items: readonly Item[],
  known: readonly EmailUser[],
  onWrite: (draft: Item, isFromAddressBook: boolean) => void,
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
  const addFact = (name: string, text: string): void => {
    const [term, value] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = name;
    value.textContent = text;
    facts.append(term, value);
  };
  if (item.sender && item.sender.address !== item.from?.address) addFact('Sent by', formatPerson(item.sender));
  if (item.from) addFact('From', formatPerson(item.from));
  addFact('To', item.to.map(formatPerson).join('; '));
  if (item.cc.length > 0) addFact('Cc', item.cc.map(formatPerson).join('; '));
  if (item.bcc.length > 0) addFact('Bcc', item.bcc.map(formatPerson).join('; '));
  const body = document.createElement('p');
  body.textContent = 'The pane beside this message shows who is behind it.';
  pane.replaceChildren(title, facts, body);
  if (item.itemType === itemTypes.draft) {
    const add = (one: EmailUser, isFromAddressBook: boolean): void => {
      const draft = { ...item, to: [...item.to, one] };
      showReadingPane(pane, [draft], known, onWrite);
      onWrite(draft, isFromAddressBook);
    };
    pane.append(recipientForm(add, known));
  }
}

/** Form that adds a recipient by address: typed, or from the address book, which the host does not report. */
function recipientForm(
  onAdd: (one: EmailUser, isFromAddressBook: boolean) => void,
  known: readonly EmailUser[],
): HTMLElement {
  const form = document.createElement('form');
  const label = document.createElement('label');
  const [field, button, book] = [
    document.createElement('input'),
    document.createElement('button'),
    document.createElement('button'),
  ];
  field.required = true;
  label.append('Add a recipient ', field);
  button.textContent = 'Add';
  book.textContent = 'Add from address book';
  form.append(label, button, book);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const address = field.value.trim();
    const one = known.find((one) => one.address === address) ?? { name: '', address, recipientType: 0 };
    onAdd(one, event.submitter === book);
  });
  return form;
}

function formatPerson({ name, address }: EmailUser): string {
  return `${name} <${address}>`;
}

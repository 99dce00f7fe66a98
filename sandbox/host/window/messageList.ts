import type { Item } from './item';

/** The message list: click or arrow keys select one message, Ctrl+click adds or removes one. */
export function showMessageList(
  list: HTMLElement,
  items: readonly Item[],
  first: string | null,
  onChange: (chosen: readonly Item[]) => void,
) {
  let chosen = new Set(first === null ? [] : [first]);

  const update = (): void => {
    for (const row of list.children) {
      row.setAttribute('aria-selected', String(chosen.has((row as HTMLElement).dataset['item'] ?? '')));
    }
    onChange(items.filter(({ id }) => chosen.has(id)));
  };

  const only = (id: string): void => {
    chosen = new Set([id]);
    update();
  };

  const toggle = (id: string): void => {
    if (!chosen.delete(id)) chosen.add(id);
    update();
  };

  list.replaceChildren(...items.map((item) => rowOf(item)));
  list.addEventListener('click', ({ target, ctrlKey }) => {
    const row = (target as HTMLElement).closest<HTMLElement>('[data-item]');
    const id = row?.dataset['item'];
    if (id !== undefined) (ctrlKey ? toggle : only)(id);
  });
  list.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.findIndex(({ id }) => chosen.has(id));
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next) only(next.id);
  });
  update();
}

function rowOf({ id, title, subject }: Item): HTMLElement {
  const row = document.createElement('li');
  row.setAttribute('role', 'option');
  row.dataset['item'] = id;
  const [name, about] = [document.createElement('b'), document.createElement('span')];
  name.textContent = title;
  about.textContent = subject;
  row.append(name, about);
  return row;
}

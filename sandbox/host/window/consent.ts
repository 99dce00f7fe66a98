/** Asks the person for permissions, as the identity provider would, and remembers a yes. */
export async function consent(
  address: string,
  scopes: readonly string[],
  control: string,
  mayAgree: boolean,
): Promise<boolean> {
  const dialog = element('consent') as HTMLDialogElement;
  element('consent-text').textContent = `User Photo asks ${address} for:`;
  element('consent-scopes').replaceChildren(...scopes.map(entry));
  element('accept').hidden = !mayAgree;
  element('consent-admin').hidden = mayAgree;
  dialog.showModal();
  const agreed = await new Promise<boolean>((resolve) => {
    element('accept').onclick = () => resolve(true);
    element('cancel').onclick = () => resolve(false);
    dialog.oncancel = () => resolve(false);
  });
  dialog.close();
  if (agreed) {
    const state = (await (await fetch(`${control}/state`)).json()) as { consent: Record<string, readonly string[]> };
    const before = state.consent[address] ?? [];
    const body = JSON.stringify({ consent: { [address]: [...before, ...scopes] } });
    await fetch(`${control}/state`, { method: 'PATCH', body });
  }
  return agreed;
}

function entry(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

/** An element of the window's own page. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The window has no #${id}`);
  return found;
}

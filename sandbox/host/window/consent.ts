/** Shows the consent dialog for permissions and stores the consent. Resolves to whether it was given. */
export async function askConsent(
  address: string,
  scopes: readonly string[],
  control: string,
  mayConsent: boolean,
): Promise<boolean> {
  const dialog = element('consent') as HTMLDialogElement;
  element('consent-text').textContent = `User Photo asks ${address} for:`;
  element('consent-scopes').replaceChildren(...scopes.map(entry));
  element('accept').hidden = !mayConsent;
  element('consent-admin').hidden = mayConsent;
  dialog.showModal();
  const accepted = await new Promise<boolean>((resolve) => {
    element('accept').onclick = () => resolve(true);
    element('cancel').onclick = () => resolve(false);
    dialog.oncancel = () => resolve(false);
  });
  dialog.close();
  if (accepted) {
    await fetch(`${control}/consent`, { method: 'POST', body: JSON.stringify({ user: address, scopes }) });
  }
  return accepted;
}

function entry(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}

/** Returns an element of the window by id. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The window has no #${id}`);
  return found;
}

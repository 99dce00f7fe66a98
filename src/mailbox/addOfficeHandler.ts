/**
 * Registers for an event of the mailbox, or of an item. A host without the event says so by throwing (a text, not an error), and some
 * Office.js builds lack the event's name: then it is not heard of, and what it would tell is looked for in other ways.
 * `taken` is called once the host has the registration: of what happened before, it told nobody.
 * @returns whether the host took the registration.
 */
export function listen(
  source: object,
  type: Office.EventType | undefined,
  handler: (event: never) => void,
  taken?: () => void,
): boolean {
  if (type === undefined) return false;
  try {
    (source as Pick<Office.Mailbox, 'addHandlerAsync'>).addHandlerAsync(type, handler, () => taken?.());
    return true;
  } catch {
    return false;
  }
}

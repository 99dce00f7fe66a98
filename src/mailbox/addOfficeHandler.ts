/**
 * Registers a handler for an event of the mailbox or of an item. Does nothing where the host does not support the event:
 * then the call throws, or the build of Office.js lacks the event's name.
 * `onRegistered` is called once the host has registered it: earlier events are not delivered.
 */
export function addOfficeHandler(
  target: object | undefined,
  type: Office.EventType | undefined,
  handler: (event: never) => void,
  onRegistered?: () => void,
): void {
  if (type === undefined) return;
  try {
    (target as Pick<Office.Mailbox, 'addHandlerAsync'>).addHandlerAsync(type, handler, () => onRegistered?.());
  } catch {
    // Unsupported events throw a text, not an error.
    return;
  }
}

/** Names that may be cut on the screen (`[data-name]` in message.css). Characters. */
const longName = 60;

/** The tooltip of a name: the whole of one that may be cut. */
export function tooltipOf(name: string): string | undefined {
  return name.length > longName ? name : undefined;
}

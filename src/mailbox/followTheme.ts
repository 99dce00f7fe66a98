import { observable, type Observable } from '../base';
import { addOfficeHandler } from './addOfficeHandler';
import type { Brightness } from './mailbox';

/** Follows Outlook's theme (Mailbox 1.14); stays null in hosts that do not give it. */
export function followTheme({ context, EventType }: typeof Office): Observable<Brightness | null> {
  const { officeTheme } = context as Partial<Office.Context>;
  const brightness = observable(brightnessOf(officeTheme?.bodyBackgroundColor));
  const { OfficeThemeChanged } = EventType as Partial<typeof EventType>;
  addOfficeHandler(context.mailbox, OfficeThemeChanged, (event: { officeTheme?: Partial<Office.OfficeTheme> }) => {
    const next = brightnessOf(event.officeTheme?.bodyBackgroundColor);
    if (next) brightness.set(next);
  });
  return brightness;
}

/** Dark or light by the relative luminance of a `#rrggbb` background (WCAG 2.2); null for anything else. */
export function brightnessOf(color: string | undefined): Brightness | null {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color ?? '');
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((channel) => linear(parseInt(channel, 16) / 255));
  // Black and white text contrast equally with a background of luminance 0.179.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? 'light' : 'dark';
}

/** A channel of sRGB without its gamma. */
function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

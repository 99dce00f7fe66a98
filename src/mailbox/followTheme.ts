import { observable, type Observable } from '../base';
import { addOfficeHandler } from './addOfficeHandler';
import { hostText } from './hostValue';
import type { Brightness } from './mailbox';
import { eventOf, mailboxOf } from './officeHost';

/** Follows Outlook's theme (Mailbox 1.14); stays null in hosts that do not give it. */
export function followTheme(office: typeof Office): Observable<Brightness | null> {
  const brightness = observable(brightnessIn(() => office.context));
  const follow = (event: Pick<Office.Context, 'officeTheme'>): void => {
    const next = brightnessIn(() => event);
    if (next) brightness.set(next);
  };
  addOfficeHandler(mailboxOf(office), eventOf(office, 'OfficeThemeChanged'), follow);
  return brightness;
}

function brightnessIn(read: () => Pick<Office.Context, 'officeTheme'>): Brightness | null {
  return brightnessOf(hostText(() => read().officeTheme.bodyBackgroundColor));
}

/** Dark or light by the relative luminance of a `#rrggbb` background (WCAG 2.2); null for anything else. */
export function brightnessOf(color: string): Brightness | null {
  const match = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(color);
  if (!match) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((channel) => linear(parseInt(channel, 16) / 255));
  // Black and white text contrast equally with a background of luminance 0.179.
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? 'light' : 'dark';
}

/** A channel of sRGB without its gamma. */
function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

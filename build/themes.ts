import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/tokens';

/** Fluent's colors for the circles of initials, as in its avatars; `initialColor` (src/ui/person) gives the index. */
const initialPalettes = [
  ...['DarkRed', 'Cranberry', 'Red', 'Pumpkin', 'Peach', 'Marigold', 'Gold', 'Brass', 'Brown', 'Forest', 'Seafoam'],
  ...['DarkGreen', 'LightTeal', 'Teal', 'Steel', 'Blue', 'RoyalBlue', 'Cornflower', 'Navy', 'Lavender', 'Purple'],
  ...['Grape', 'Lilac', 'Pink', 'Magenta', 'Plum', 'Beige', 'Mink', 'Platinum', 'Anchor'],
];

/** The rules that color initials. */
export function initialStyles(): string {
  const rule = (palette: string, index: number): string =>
    `[data-color='${index}']{background:var(--colorPalette${palette}Background2);color:var(--colorPalette${palette}Foreground2)}`;
  return initialPalettes.map(rule).join('\n');
}

/** Fluent's themes as CSS variables, which cost no script. `data-theme` on an element selects one. */
export function themeStyles(): string {
  return [themeRule('light', webLightTheme), themeRule('dark', webDarkTheme)].join('\n');
}

function themeRule(name: string, theme: Theme): string {
  const variables = Object.entries(theme).map(([token, value]) => `--${token}:${value};`);
  return `[data-theme='${name}']{color-scheme:${name};${variables.join('')}}`;
}

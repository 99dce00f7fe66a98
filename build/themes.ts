import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/tokens';

/** Fluent's themes as CSS variables, which cost no script. `data-theme` on an element selects one. */
export function themeStyles(): string {
  return [themeRule('light', webLightTheme), themeRule('dark', webDarkTheme)].join('\n');
}

function themeRule(name: string, theme: Theme): string {
  const variables = Object.entries(theme).map(([token, value]) => `--${token}:${value};`);
  return `[data-theme='${name}']{color-scheme:${name};${variables.join('')}}`;
}

import { tokens } from '@fluentui/tokens';

/**
 * A webpack loader that writes the values of Fluent's tokens into Fluent's code, such as `var(--colorNeutralBackground1)`
 * for `tokens.colorNeutralBackground1`. The table of five hundred tokens is then unused, and not shipped.
 */
export default function inlineTokens(source: string): string {
  return source.replace(/\btokens\.(\w+)/g, (text, name: string) => {
    const value = (tokens as Readonly<Record<string, string>>)[name];
    return value === undefined ? text : JSON.stringify(value);
  });
}

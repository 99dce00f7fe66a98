/**
 * Fluent's table of tokens in one line: every name stands for the CSS variable of the same name. The build puts it in the
 * place of the table itself, which has five hundred rows.
 */
export const tokens: Readonly<Record<string, string>> = new Proxy(
  {},
  { get: (_table, name) => `var(--${String(name)})` },
);

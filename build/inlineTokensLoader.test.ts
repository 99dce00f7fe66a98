import inlineTokens from './inlineTokensLoader';

test.each([
  ['color: tokens.colorBrandBackground', 'color: "var(--colorBrandBackground)"'],
  ['`1px solid ${tokens.colorNeutralStroke1}`', '`1px solid ${"var(--colorNeutralStroke1)"}`'],
  ['tokens.unknown', 'tokens.unknown'],
  ['tokens[name]', 'tokens[name]'],
  ['mytokens.colorBrandBackground', 'mytokens.colorBrandBackground'],
])('%s -> %s', (source, expected) => {
  expect(inlineTokens(source)).toBe(expected);
});

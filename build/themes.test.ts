import { themeStyles } from './themes';

test('both themes set the same variables', () => {
  const [light = '', dark = ''] = themeStyles().split('\n');
  const names = (rule: string): string[] => rule.match(/--\w+(?=:)/g) ?? [];
  expect(light).toContain("[data-theme='light']{color-scheme:light;");
  expect(dark).toContain("[data-theme='dark']{color-scheme:dark;");
  expect(names(light).length).toBeGreaterThan(400);
  expect(names(dark).sort()).toEqual(names(light).sort());
});

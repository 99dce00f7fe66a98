import { initialColors } from '../src/ui/person/initials';
import { initialStyles, themeStyles } from './themes';

test('both themes set the same variables', () => {
  const [light = '', dark = ''] = themeStyles().split('\n');
  const names = (rule: string): string[] => rule.match(/--\w+(?=:)/g) ?? [];
  expect(light).toContain("[data-theme='light']{color-scheme:light;");
  expect(dark).toContain("[data-theme='dark']{color-scheme:dark;");
  expect(names(light).length).toBeGreaterThan(400);
  expect(names(dark).sort()).toEqual(names(light).sort());
});

test('each color of initials is one that both themes have', () => {
  const rules = initialStyles().split('\n');
  expect(rules).toHaveLength(initialColors);
  const used = rules.flatMap((rule) => rule.match(/(?<=var\()--\w+/g) ?? []);
  expect(new Set(used).size).toBe(2 * initialColors);
  for (const name of used) expect(themeStyles()).toContain(`${name}:`);
});

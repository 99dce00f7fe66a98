import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { people } from './support/people';
import { startTimeout } from './support/process';
import { startWatchingSandbox, type WatchingSandbox } from './support/sandbox';
import { expect, test as story } from './support/story';

const { diego } = people;

/** A test with the sandbox of `npm start`, which builds a copy of the repository. */
const test = story.extend<object, { readonly sandbox: WatchingSandbox }>({
  sandbox: [
    async ({}, use) => {
      const sandbox = await startWatchingSandbox();
      await use(sandbox);
      sandbox.close();
    },
    { scope: 'worker', timeout: startTimeout },
  ],
});

/** What a developer saves; `shown` is the new word on the screen. */
const changes = [
  {
    saved: 'a component',
    file: 'src/ui/person/PersonCard.tsx',
    before: '<Badges badges={useBadges(person, portrait)} />',
    after: '<p>Seen</p>',
    shown: 'Seen',
  },
  {
    saved: 'a text',
    file: 'src/ui/texts/en.json',
    before: '"part.to": "To"',
    after: '"part.to": "Heard"',
    shown: 'Heard',
  },
] as const;

for (const { saved, file, before, after, shown } of changes) {
  test(`${saved} that is saved while npm start runs is shown in the pane, and the selection stays`, async ({
    outlook,
    pane,
    sandbox,
  }) => {
    await outlook.open();
    await outlook.select(diego.address);
    await outlook.expectFace(diego);
    replaceIn(join(sandbox.copy, file), before, after);
    await expect(pane.getByText(shown, { exact: true })).toBeVisible({ timeout: 30_000 });
    await outlook.expectFace(diego);
    await expect(outlook.item(diego.address)).toHaveAttribute('aria-selected', 'true');
  });
}

test('npm start serves source maps with the sources as they were written', async ({ outlook, context, sandbox }) => {
  const read = async (name: string) => context.request.get(new URL(name, outlook.places.pane).href);
  const script = await (await read('taskpane.js')).text();
  const [, name = ''] = /\/\/# sourceMappingURL=(\S+)\s*$/.exec(script) ?? [];
  const map = (await (await read(name)).json()) as { sources: string[]; sourcesContent: string[] };
  const at = map.sources.findIndex((source) => source.endsWith('/src/ui/start.tsx'));
  expect(map.sourcesContent[at]).toBe(readFileSync(join(sandbox.copy, 'src/ui/start.tsx'), 'utf8'));
});

/** Saves a file with one of its parts replaced. */
function replaceIn(file: string, before: string, after: string): void {
  const content = readFileSync(file, 'utf8');
  expect(content, `${file} has to contain what is replaced`).toContain(before);
  writeFileSync(file, content.replace(before, after));
}

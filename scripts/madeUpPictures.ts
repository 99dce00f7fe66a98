// Writes a folder or a ZIP of made-up pictures for the sandbox's organization, named as people name them
// (`npm run made-up-pictures -- 300 .sandbox/pictures`, or a path that ends in .zip). With --list, a list.csv says whose
// every fourth picture is.
import { parseArgs } from 'node:util';
import { writePictures } from '../sandbox/pictures/writePictures';

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { list: { type: 'boolean' } } });
  const [count = '20', to = '.sandbox/pictures'] = positionals;
  const people = Number(count);
  if (!Number.isInteger(people) || people < 1) throw new Error(`"${count}" is no number of people, such as 300.`);
  const files = await writePictures({ people, to, isListed: values.list ?? false });
  console.log(`${files.length} files for ${people} people: ${to}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

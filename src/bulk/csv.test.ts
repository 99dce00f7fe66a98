import fc from 'fast-check';
import { parse } from 'papaparse';
import { csvFile, withoutDefusing, type CsvColumn } from './csv';

type Row = readonly [string, string | number | null];

const columns: readonly CsvColumn<Row>[] = [
  { title: 'Name', value: ([name]) => name },
  { title: 'Size', value: ([, size]) => size },
];

const csvOf = async (rows: readonly Row[], locale = 'en-US'): Promise<string> => {
  const bytes = await csvFile(columns, rows, locale).arrayBuffer();
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

test('a list has a byte order mark, lines ended by CRLF, and quotes where a cell needs them', async () => {
  const rows: Row[] = [
    ['Müller, "Max"', 648],
    ['two\nlines', null],
  ];
  expect(await csvOf(rows)).toBe('\uFEFFName,Size\r\n"Müller, ""Max""",648\r\n"two\nlines",\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=1\n+2', '＝1+1'])(
  '%j is text, not a formula',
  async (cell) => {
    const [, line = ''] = (await csvOf([[cell, 1]])).split('Size\r\n');
    expect(line).toBe(`"'${cell}",1\r\n`);
  },
);

test('negative numbers stay numbers', async () => {
  expect(await csvOf([['x', -5]])).toContain('x,-5\r\n');
});

test.each([
  ['en-US', 'Name,Size'],
  ['de-DE', 'Name;Size'],
  ['fr', 'Name;Size'],
  ['ja', 'Name,Size'],
])('the delimiter is the one of Excel in %s', async (locale, header) => {
  expect(await csvOf([], locale)).toBe(`\uFEFF${header}\r\n`);
});

test('every cell is read back as it was written, and no cell begins a formula', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom(...Array.from('\'=+-@\t\n,;"a')) }),
        ),
      ),
      async (names) => {
        const text = (await csvOf(names.map((name) => [name, 1]))).slice(1);
        const { data } = parse<string[]>(text, { delimiter: ',', newline: '\r\n', skipEmptyLines: true });
        const cells = data.slice(1).map(([cell = '']) => cell);
        expect(cells.map(withoutDefusing)).toEqual(names);
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      },
    ),
  );
});

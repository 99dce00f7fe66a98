import { csvFile, type CsvColumn } from '../../bulk';
import type { DirectoryPerson, PhotoState } from '../../directory';
import type { PageTexts } from '../texts';
import { shownState } from './view';

/** A person of the exported list. */
export interface CsvPerson {
  readonly person: DirectoryPerson;
  readonly state: PhotoState | undefined;
}

/** The list as a CSV file for Excel, with the columns and words of the page's language. */
export function peopleCsv(people: readonly CsvPerson[], texts: PageTexts, locale: string): Blob {
  const size = (state: PhotoState | undefined) => (state && 'width' in state ? state : null);
  const columns: readonly CsvColumn<CsvPerson>[] = [
    { title: texts('export.name'), value: ({ person }) => person.name },
    { title: texts('export.address'), value: ({ person }) => person.address },
    { title: texts('export.login'), value: ({ person }) => person.login },
    { title: texts('export.kind'), value: ({ person }) => texts(`kind.${person.kind}`) },
    { title: texts('export.state'), value: ({ state }) => texts(`state.${shownState(state)}`) },
    { title: texts('export.width'), value: ({ state }) => size(state)?.width ?? null },
    { title: texts('export.height'), value: ({ state }) => size(state)?.height ?? null },
  ];
  return csvFile(columns, people, locale);
}

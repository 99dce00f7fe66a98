import { groupBy, type BulkPerson, type FileMatch, type MatchReason } from '../../bulk';

/** What has been decided: whose a file is, by its path, and which file a person gets, by object id. Null: none. */
export interface Answers {
  readonly people: ReadonlyMap<string, BulkPerson | null>;
  readonly files: ReadonlyMap<string, string | null>;
}

export const noAnswers: Answers = { people: new Map(), files: new Map() };

/** A photo with its person. `reason`: null where the person was chosen. */
export interface Assigned {
  readonly path: string;
  readonly person: BulkPerson;
  readonly reason: MatchReason | null;
}

/** What cannot be decided without a person. */
export type Question =
  /** Several people may be on this photo. */
  | { readonly kind: 'who'; readonly path: string; readonly people: readonly BulkPerson[] }
  /** Several files are of this person. */
  | { readonly kind: 'which'; readonly person: BulkPerson; readonly paths: readonly string[] };

/** What becomes of the files. Each has one place; no person is assigned twice. */
export interface Decisions {
  readonly assigned: readonly Assigned[];
  /** All that were asked, also those that have an answer. */
  readonly questions: readonly Question[];
  /** How many have no answer yet. */
  readonly open: number;
  readonly unmatched: readonly string[];
}

/** What was found, and what was answered. */
export function decide(files: readonly FileMatch[], answers: Answers): Decisions {
  const who = files.flatMap((file): readonly Question[] =>
    file.kind === 'ambiguous'
      ? [{ kind: 'who', path: file.path, people: file.candidates.map(({ person }) => person) }]
      : [],
  );
  const found = files.flatMap((file) => assignedOf(file, answers));
  const filesOf = groupBy(found, ({ person }) => person.id);
  const several = [...filesOf.values()].filter((all) => all.length > 1);
  const which = several.flatMap((all): readonly Question[] => {
    const [first] = all;
    return first ? [{ kind: 'which', person: first.person, paths: all.map(({ path }) => path) }] : [];
  });
  const isChosen = ({ path, person }: Assigned): boolean =>
    filesOf.get(person.id)?.length === 1 || answers.files.get(person.id) === path;
  const questions = [...who, ...which];
  return {
    assigned: found.filter(isChosen),
    questions,
    open: questions.filter((question) => !isAnswered(question, answers)).length,
    unmatched: files.filter(({ kind }) => kind === 'unmatched').map(({ path }) => path),
  };
}

function assignedOf(file: FileMatch, answers: Answers): readonly Assigned[] {
  const { path } = file;
  if (file.kind === 'matched' || file.kind === 'duplicate') return [{ path, person: file.person, reason: file.reason }];
  const person = file.kind === 'ambiguous' ? answers.people.get(path) : null;
  return person ? [{ path, person, reason: null }] : [];
}

function isAnswered(question: Question, { people, files }: Answers): boolean {
  if (question.kind === 'who') return people.has(question.path);
  const path = files.get(question.person.id);
  // The file may have been another person's meanwhile.
  return path === null || (path !== undefined && question.paths.includes(path));
}

import { makeStyles, Select } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useState } from 'react';
import type { BulkPerson } from '../../bulk';
import { uploadLimits } from '../../photos';
import { Face } from '../../ui/page';
import { MoreRows } from '../MoreRows';
import { usePageTexts } from '../texts';
import type { ChosenPhoto } from './chosenFiles';
import type { PhotoCutter } from './cutter';
import type { Answers, Decisions, Question } from './decisions';
import { Section } from './Section';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  faces: { display: 'flex', gap: tokens.spacingHorizontalS },
  label: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  choice: { flex: '1 1 280px', maxWidth: '100%', minWidth: 0 },
});

interface QuestionsProps {
  readonly decisions: Decisions;
  readonly answers: Answers;
  readonly onAnswer: (answers: Answers) => void;
  readonly cutter: PhotoCutter;
  readonly photoAt: (path: string) => ChosenPhoto | null;
}

/** Value of the choice that uses none. */
const none = '-';

/** What only a person can decide: whose a file is, and which of several files is used. */
export function Questions({ decisions, answers, onAnswer, cutter, photoAt }: QuestionsProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  const { questions, open } = decisions;
  if (questions.length === 0) return null;
  const choose = (
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    onChoose: (value: string) => void,
  ) => (
    <Select
      className={styles.choice}
      aria-label={label}
      value={value}
      onChange={(_event, { value: chosen }) => onChoose(chosen)}
    >
      {value === '' && <option value="">{texts('ask.choose')}</option>}
      {options.map(([key, text]) => (
        <option key={key} value={key}>
          {text}
        </option>
      ))}
      <option value={none}>{texts('ask.none')}</option>
    </Select>
  );
  const rowOf = (question: Question) => {
    const paths = question.kind === 'who' ? [question.path] : question.paths;
    const label = question.kind === 'who' ? question.path : nameOf(question.person);
    return (
      <li key={question.kind + label} className={styles.row}>
        <span className={styles.faces}>
          {paths.map((path) => (
            <CutFace key={path} photo={photoAt(path)} cutter={cutter} />
          ))}
        </span>
        <span className={styles.label}>{texts(`ask.${question.kind}`, { name: label })}</span>
        {question.kind === 'who'
          ? choose(
              texts('ask.whoLabel', { name: label }),
              answerOf(answers.people.get(question.path), ({ id }) => id),
              question.people.map((person) => [
                person.id,
                `${nameOf(person)}, ${person.mail ?? person.userPrincipalName}`,
              ]),
              (id) => {
                const person = question.people.find((one) => one.id === id) ?? null;
                onAnswer({ ...answers, people: new Map([...answers.people, [question.path, person]]) });
              },
            )
          : choose(
              texts('ask.whichLabel', { name: label }),
              answerOf(answers.files.get(question.person.id), (path) => path),
              question.paths.map((path) => [path, path]),
              (path) => {
                const file = path === none ? null : path;
                onAnswer({ ...answers, files: new Map([...answers.files, [question.person.id, file]]) });
              },
            )}
      </li>
    );
  };
  return (
    <Section title={texts('ask.title')} text={texts('ask.open', { count: open, all: texts.number(open) })}>
      <MoreRows rows={questions} label={texts('ask.title')} draw={rowOf} />
    </Section>
  );
}

function nameOf({ displayName, userPrincipalName }: BulkPerson): string {
  return displayName || userPrincipalName;
}

/** The value of a choice: empty before it is made. */
function answerOf<Value>(answer: Value | null | undefined, keyOf: (value: Value) => string): string {
  if (answer === undefined) return '';
  return answer === null ? none : keyOf(answer);
}

/** A file as the photo that it would become. */
function CutFace({ photo, cutter }: { photo: ChosenPhoto | null; cutter: PhotoCutter }) {
  const [picture, setPicture] = useState<Blob | null>(null);
  useEffect(() => {
    let isShown = true;
    photo
      ?.read()
      .then((file) => cutter.cut(file, uploadLimits.mailbox))
      .then(({ photo: cut }) => isShown && setPicture(cut))
      // The plan says what is wrong with a file.
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [photo, cutter]);
  return <Face name="" picture={picture} size={48} />;
}

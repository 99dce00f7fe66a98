import { PlugDisconnected48Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { ConfigError } from '../../config';
import type { WordKey, Words } from '../words';
import { EmptyState } from './EmptyState';
import { isStartError, type StartError } from './startErrors';

type StartText = readonly [title: WordKey, next: WordKey];

const noAnswer: StartText = ['start.silent', 'start.silentNext'];

/** Title and next step of every error that can keep the pane from starting; a missing row is a compile error. */
const startTexts: Readonly<Record<StartError['name'], StartText>> = {
  OfficeMissingError: ['start.noOffice', 'start.noOfficeNext'],
  NotInOutlookError: ['start.notOutlook', 'start.notOutlookNext'],
  ConfigError: ['start.config', 'start.configNext'],
  OfficeCallError: noAnswer,
  DialogError: noAnswer,
  DeadlineError: noAnswer,
};

/** Why the pane could not start, and what to do. */
export function StartProblem({ error, words }: { error: unknown; words: Words }) {
  const [title, next] = isStartError(error) ? startTexts[error.name] : noAnswer;
  const values = error instanceof ConfigError ? { key: error.key, problem: words(`config.${error.key}`) } : {};
  return <EmptyState icon={<PlugDisconnected48Regular />} title={words(title)} next={words(next, values)} />;
}

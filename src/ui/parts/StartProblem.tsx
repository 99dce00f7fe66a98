import { PlugDisconnected48Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { EmptyState } from './EmptyState';
import type { WordKey, Words } from '../words';

/** What keeps the pane from starting, by the name of the error: title and next step. */
const problems: Readonly<Record<string, readonly [WordKey, WordKey]>> = {
  OfficeMissingError: ['start.noOffice', 'start.noOfficeNext'],
  NotInOutlookError: ['start.notOutlook', 'start.notOutlookNext'],
  ConfigError: ['start.config', 'start.configNext'],
};

/** Why the pane could not start, and what to do. */
export function StartProblem({ error, words }: { error: Error; words: Words }) {
  const [title, next] = problems[error.name] ?? ['start.silent', 'start.silentNext'];
  const { key = '' } = error as { key?: string };
  const explanation = `config.${key}`;
  const problem = words.has(explanation) ? words(explanation) : '';
  return <EmptyState icon={<PlugDisconnected48Regular />} title={words(title)} next={words(next, { key, problem })} />;
}

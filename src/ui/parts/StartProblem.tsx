import { PlugDisconnected48Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { ConfigError } from '../../config';
import type { PlainTextKey, Texts } from '../texts/texts';
import { EmptyState } from './EmptyState';
import { isStartError, type StartError } from './startErrors';

type StartText = readonly [title: PlainTextKey, next: PlainTextKey];

const noAnswer: StartText = ['start.silent', 'start.silentNext'];

/** Title and next step of every error that can keep the pane from starting; a missing row is a compile error. */
const startTexts: Readonly<Record<Exclude<StartError, ConfigError>['name'], StartText>> = {
  OfficeMissingError: ['start.noOffice', 'start.noOfficeNext'],
  NotInOutlookError: ['start.notOutlook', 'start.notOutlookNext'],
  OfficeCallError: noAnswer,
  DialogError: noAnswer,
  DeadlineError: noAnswer,
};

/** Why the pane could not start, and what to do. */
export function StartProblem({ error, texts }: { error: unknown; texts: Texts }) {
  const [title, next] = startTextOf(error, texts);
  return <EmptyState icon={<PlugDisconnected48Regular />} title={title} next={next} />;
}

function startTextOf(error: unknown, texts: Texts): readonly [title: string, next: string] {
  if (error instanceof ConfigError) {
    const { key } = error;
    return [texts('start.config'), texts('start.configNext', { key, problem: texts(`config.${key}`) })];
  }
  const [title, next] = isStartError(error) && error.name !== 'ConfigError' ? startTexts[error.name] : noAnswer;
  return [texts(title), texts(next)];
}

import type { ConfigError } from '../../config';
import type { ScriptBlockedError } from '../../mailbox';
import type { PlainTextKey, Texts } from '../texts/texts';
import { EmptyState } from './EmptyState';
import { UnpluggedIcon } from './icons';
import { isStartError, type StartError } from './startErrors';

/** Errors whose texts name what is wrong. */
type ErrorWithValues = ConfigError | ScriptBlockedError;

type StartText = readonly [title: PlainTextKey, next: PlainTextKey];

const noAnswer: StartText = ['start.silent', 'start.silentNext'];

/** Title and next step of every error that can keep the pane from starting; a missing row is a compile error. */
const startTexts: Readonly<Record<Exclude<StartError, ErrorWithValues>['name'], StartText>> = {
  OfficeMissingError: ['start.noOffice', 'start.noOfficeNext'],
  NotInOutlookError: ['start.notOutlook', 'start.notOutlookNext'],
  OfficeCallError: noAnswer,
  DialogError: noAnswer,
  DeadlineError: noAnswer,
};

/** Why the pane could not start, and what to do. */
export function StartProblem({ error, texts }: { error: unknown; texts: Texts }) {
  const [title, next] = startTextOf(error, texts);
  return <EmptyState icon={<UnpluggedIcon />} title={title} next={next} />;
}

function startTextOf(error: unknown, texts: Texts): readonly [title: string, next: string] {
  const known = isStartError(error) ? error : null;
  switch (known?.name) {
    case 'ConfigError':
      return [
        texts('start.config'),
        texts('start.configNext', { key: known.key, problem: texts(`config.${known.key}`) }),
      ];
    case 'ScriptBlockedError':
      return [texts('start.blocked'), texts('start.blockedNext', { hosts: known.hosts.join(', ') })];
    default: {
      const [title, next] = known ? startTexts[known.name] : noAnswer;
      return [texts(title), texts(next)];
    }
  }
}

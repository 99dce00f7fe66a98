import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { RunRecord } from '../../bulk';
import type { OpenRun } from '../services';
import { usePageTexts } from '../texts';
import { runJournal } from './journal';

interface OpenRunsProps {
  /** Whose runs. */
  readonly account: string;
  readonly onRun: OpenRun;
}

/** Runs that were interrupted, by a reload or otherwise, and the latest one that has ended. */
export function OpenRuns({ account, onRun }: OpenRunsProps) {
  const texts = usePageTexts();
  const [runs, setRuns] = useState<readonly RunRecord[]>([]);
  useEffect(() => {
    let isShown = true;
    readRuns(account)
      .then((read) => isShown && setRuns(read))
      // Where the browser stores nothing, there is no run.
      .catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [account]);
  return (
    <>
      {runs.map(({ id, kind, lines, createdAt, state }) => {
        const values = { count: lines, all: texts.number(lines), time: texts.moment(createdAt) };
        return (
          <MessageBar key={id} intent={state === 'open' ? 'warning' : 'info'}>
            <MessageBarBody>
              {texts(`runs.${kind}`, values)} {texts(state === 'open' ? 'runs.open' : 'runs.ended')}
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => onRun(id, state === 'open')}>
                {texts(state === 'open' ? 'run.goOn' : 'runs.show')}
              </Button>
            </MessageBarActions>
          </MessageBar>
        );
      })}
    </>
  );
}

/** All that can be gone on with, and the latest of the others. Nothing was sent of those that are incomplete. */
async function readRuns(account: string): Promise<readonly RunRecord[]> {
  const journal = await runJournal();
  const all = await journal.list(account);
  const ended = all.filter(({ state }) => state === 'finished' || state === 'stopped');
  return [...all.filter(({ state }) => state === 'open'), ...ended.slice(0, 1)];
}

import { useCallback, useEffect, useState } from 'react';
import { openRun, ownerKindsOf, type BulkRun, type Journal, type RunRecord } from '../../bulk';
import type { BulkServices } from '../services';
import { runJournal } from './journal';
import { writerOf } from './writerOf';

/** A run with what is kept of it. */
export interface OpenedRun {
  readonly journal: Journal;
  readonly record: RunRecord;
  readonly run: BulkRun;
}

/** A run of the journal for a screen. */
export interface RunState {
  /** Null while it is read, and where there is none. */
  readonly opened: OpenedRun | null;
  /** It is not in the journal of this account, or cannot be read. */
  readonly isMissing: boolean;
  /** It needs the permission to write, which the account of the sign-in does not have. */
  readonly lacksRight: boolean;
  /** Starts, or goes on. */
  readonly start: () => void;
  /** Reads it again, after lines were opened again, and starts. */
  readonly restart: () => void;
}

/** Opens a run; `starts`: at once. It pauses when its screen is left. */
export function useRun(id: string, starts: boolean, bulk: BulkServices): RunState {
  const [opened, setOpened] = useState<OpenedRun | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const [lacksRight, setLacksRight] = useState(false);
  const begin = useCallback(
    async ({ run }: OpenedRun): Promise<void> => {
      const mayWrite = await bulk.mayWrite(ownerKindsOf(run.lines.map(({ person }) => person)));
      setLacksRight(!mayWrite);
      bulk.photos.endPauses();
      if (mayWrite) await run.start();
    },
    [bulk],
  );
  const read = useCallback(
    async (isShown: () => boolean, isStarted: boolean): Promise<void> => {
      try {
        const journal = await runJournal();
        const record = (await journal.list(bulk.account)).find((one) => one.id === id);
        const next = record && { journal, record, run: await openRun(journal, id, writerOf(bulk)) };
        if (!isShown()) return;
        setOpened(next ?? null);
        setIsMissing(!next);
        if (next && isStarted) await begin(next);
      } catch {
        // The browser stores nothing any more.
        setIsMissing(true);
      }
    },
    [id, bulk, begin],
  );
  useEffect(() => {
    let isShown = true;
    void read(() => isShown, starts);
    return () => {
      isShown = false;
    };
  }, [read, starts]);
  useEffect(() => () => opened?.run.pause(), [opened]);
  return {
    opened,
    isMissing,
    lacksRight,
    start: () => void (opened && begin(opened)),
    restart: () => void read(() => true, true),
  };
}

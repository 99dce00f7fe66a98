import { Button, makeStyles } from '@fluentui/react-components';
import { PlugDisconnected48Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { useEffect, useReducer, useState, type ComponentType } from 'react';
import { deferred } from '../../base';
import { EmptyState } from './EmptyState';
import { useWords } from '../services';

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

const useStyles = makeStyles({ retry: { textAlign: 'center' } });

/** Nothing competes with the first face for longer than this. Milliseconds. */
const patience = 1_000;

/** Loads of parts that the first face does not need. */
const loads = new Set<() => Promise<unknown>>();

const first = deferred<undefined>();

/** Settles once the first face is there, or is known not to come, or is late. */
export const firstFaceShown: Promise<undefined> = first.promise;

/** The first face is there, or is known not to come. */
export function markFirstFaceShown(): void {
  first.resolve(undefined);
}

/** Loads what was left for later once the first face is there, so that it is at hand when the connection is not. */
export async function loadAllParts(): Promise<void> {
  setTimeout(markFirstFaceShown, patience);
  await firstFaceShown;
  // What fails here is loaded, or complained of, when it is needed.
  for (const load of loads) load().catch(() => undefined);
}

/** What stands for a part whose code cannot be had. */
export interface ReloadProps {
  /** Tries to load it once more. */
  readonly onReload: () => void;
}

/**
 * A component whose code is loaded when it is first drawn, or soon after the first face. Until then `Waiting` stands
 * there; where the code cannot be had, `Failed`, which has a way to try again.
 */
export function lazyPart<Props extends object>(
  load: Load<Props>,
  Waiting: ComponentType = Nothing,
  Failed: ComponentType<Props & ReloadProps> = Missing,
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  const loadOnce = async (): Promise<void> => {
    Part ??= (await load()).default;
  };
  loads.add(loadOnce);
  return function Later(props: Props) {
    const [, draw] = useReducer((count: number) => count + 1, 0);
    const [failed, setFailed] = useState(false);
    // What was drawn, not what is there by now: between drawing and this effect the code may have come.
    const isDrawn = Part !== null;
    useEffect(() => {
      if (isDrawn || failed) return;
      loadOnce().then(draw, () => setFailed(true));
    }, [isDrawn, failed]);
    if (Part) return <Part {...props} />;
    return failed ? <Failed {...props} onReload={() => setFailed(false)} /> : <Waiting />;
  };
}

function Nothing() {
  return null;
}

function Missing({ onReload }: ReloadProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <>
      <EmptyState
        icon={<PlugDisconnected48Regular />}
        title={words('later.missing')}
        next={words('later.missingNext')}
      />
      <div className={styles.retry}>
        <Button onClick={onReload}>{words('action.retry')}</Button>
      </div>
    </>
  );
}

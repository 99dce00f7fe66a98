import { Button, makeStyles } from '@fluentui/react-components';
import { PlugDisconnected48Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { useEffect, useReducer, useState, type ComponentType } from 'react';
import { useTexts } from '../services';
import { EmptyState } from './EmptyState';
import { firstFaceShown, startFirstFaceTimeout } from './firstFaceShown';

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

const useStyles = makeStyles({ retry: { textAlign: 'center' } });

/** One loader for each lazy-loaded part. */
const loaders = new Set<() => Promise<unknown>>();

/** Loads every lazy-loaded part after the first face, so that all screens work when the connection is lost later. */
export async function loadAllParts(): Promise<void> {
  startFirstFaceTimeout();
  await firstFaceShown;
  // A part that fails here is loaded again when it is drawn, and shows its error then.
  for (const load of loaders) load().catch(() => undefined);
}

/** Props of the component that stands in for a part whose code did not load. */
export interface ReloadProps {
  /** Loads the code again. */
  readonly onReload: () => void;
}

/**
 * A component whose code is loaded when it is first drawn, or by `loadAllParts`. `Waiting` is drawn until then, `Failed`
 * when the code did not load.
 */
export function lazyPart<Props extends object>(
  load: Load<Props>,
  Waiting: ComponentType = Nothing,
  Failed: ComponentType<Props & ReloadProps> = PartMissing,
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null;
  const loadOnce = async (): Promise<void> => {
    Part ??= (await load()).default;
  };
  loaders.add(loadOnce);
  return function LazyPart(props: Props) {
    const [, draw] = useReducer((count: number) => count + 1, 0);
    const [failed, setFailed] = useState(false);
    // Read while drawing: the code may arrive before the effect runs.
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

function PartMissing({ onReload }: ReloadProps) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <>
      <EmptyState
        icon={<PlugDisconnected48Regular />}
        title={texts('later.missing')}
        next={texts('later.missingNext')}
      />
      <div className={styles.retry}>
        <Button onClick={onReload}>{texts('action.retry')}</Button>
      </div>
    </>
  );
}

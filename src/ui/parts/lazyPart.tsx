import { useEffect, useReducer, useState, type ComponentType, type PropsWithChildren } from 'react';
import { NewVersion } from '../reload/NewVersion';
import { isReplaced } from '../reload/replacedBuild';
import { useTexts } from '../services';
import { loadLaterTexts } from '../texts/texts';
import { Button } from './Button';
import { EmptyState } from './EmptyState';
import { firstFaceShown, startFirstFaceTimeout } from './firstFaceShown';
import { UnpluggedIcon } from './icons';

type Load<Props> = () => Promise<{ readonly default: ComponentType<Props> }>;

/** Fluent is loaded with the first part that needs it. */
const loadFluentRoot: Load<PropsWithChildren> = () => import(/* webpackChunkName: "fluent-root" */ './FluentRoot');

/** One loader for each lazy-loaded part. */
const loaders = new Set<() => Promise<unknown>>();

/**
 * Loads every lazy-loaded part after the first face, so that all screens work when the connection is lost later or a new
 * version replaces the files. `more` loads what is no part.
 */
export async function loadAllParts(more: readonly (() => Promise<unknown>)[]): Promise<void> {
  startFirstFaceTimeout();
  await firstFaceShown;
  // What fails here is loaded again when it is needed, and its error is shown then.
  for (const load of [loadLaterTexts, ...loaders, ...more]) load().catch(() => undefined);
}

/** Props of the component that stands in for a part whose code did not load. */
export interface ReloadProps {
  /** Loads the code and the texts again. */
  readonly onReload: () => void;
}

/**
 * A component of Fluent's parts, whose code and texts are loaded when it is first drawn, or by `loadAllParts`. `Waiting` is drawn until then,
 * `Failed` when they did not load; where a new version has replaced them, a button that reloads the pane.
 */
export function lazyPart<Props extends object>(
  load: Load<Props>,
  Waiting: ComponentType = Nothing,
  Failed: ComponentType<Props & ReloadProps> = PartMissing,
): ComponentType<Props> {
  let loaded: { readonly Part: ComponentType<Props>; readonly Root: ComponentType<PropsWithChildren> } | null = null;
  const loadOnce = async (): Promise<void> => {
    if (loaded) return;
    const part = await load();
    // After the code, which may wait for the first face.
    const [root] = await Promise.all([loadFluentRoot(), loadLaterTexts()]);
    loaded = { Part: part.default, Root: root.default };
  };
  loaders.add(loadOnce);
  return function LazyPart(props: Props) {
    const [, draw] = useReducer((count: number) => count + 1, 0);
    const [failure, setFailure] = useState<'missing' | 'replaced' | null>(null);
    // Read while drawing: the code may arrive before the effect runs.
    const isDrawn = loaded !== null;
    useEffect(() => {
      if (isDrawn || failure) return;
      loadOnce().then(draw, async () => setFailure((await isReplaced()) ? 'replaced' : 'missing'));
    }, [isDrawn, failure]);
    if (loaded) {
      const { Part, Root } = loaded;
      return (
        <Root>
          <Part {...props} />
        </Root>
      );
    }
    if (failure === 'replaced') return <NewVersion />;
    return failure === 'missing' ? <Failed {...props} onReload={() => setFailure(null)} /> : <Waiting />;
  };
}

function Nothing() {
  return null;
}

function PartMissing({ onReload }: ReloadProps) {
  const texts = useTexts();
  return (
    <EmptyState icon={<UnpluggedIcon />} title={texts('later.missing')} next={texts('later.missingNext')}>
      <Button onClick={onReload}>{texts('action.retry')}</Button>
    </EmptyState>
  );
}

import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState, type ComponentType } from 'react';
import { Notice } from './Notice';
import { usePageTexts } from './texts';

/** A screen whose code is loaded when it is first drawn. `isPart`: of another screen, which does not wait for it. */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { isPart = false } = {},
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null;
  return function LazyScreen(props: Props) {
    const texts = usePageTexts();
    const [state, setState] = useState<'loading' | 'loaded' | 'failed'>(loaded ? 'loaded' : 'loading');
    useEffect(() => {
      if (state !== 'loading') return;
      load().then(
        (screen) => {
          loaded = screen;
          setState('loaded');
        },
        () => setState('failed'),
      );
    }, [state]);
    const Screen = loaded;
    if (Screen) return <Screen {...props} />;
    if (isPart) return null;
    if (state === 'loading') return <Spinner label={texts('screen.loading')} />;
    return (
      <Notice title={texts('screen.failed')} text={texts('screen.failedNext')}>
        <Button appearance="primary" onClick={() => setState('loading')}>
          {texts('trouble.goOn')}
        </Button>
      </Notice>
    );
  };
}

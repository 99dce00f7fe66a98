import { useLayoutEffect, type ReactNode } from 'react';
import type { Brightness } from '../../mailbox';
import { useSystemBrightness } from './systemBrightness';

/** The page in Outlook's or the chosen theme, or in the system's where there is none (`brightness` is null). */
export function Themed({ brightness, children }: { brightness: Brightness | null; children: ReactNode }) {
  const system = useSystemBrightness();
  const theme = brightness ?? system;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
  return <>{children}</>;
}

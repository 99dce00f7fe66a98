import { useLayoutEffect, type ReactNode } from 'react';
import type { Brightness } from '../../mailbox';
import type { Direction } from '../texts/languageTags';
import { useSystemBrightness } from './systemBrightness';

interface ThemedProps {
  readonly brightness: Brightness | null;
  readonly direction: Direction;
  readonly children: ReactNode;
}

/** The page in Outlook's or the chosen theme, or in the system's where there is none (`brightness` is null). */
export function Themed({ brightness, direction, children }: ThemedProps) {
  const system = useSystemBrightness();
  const theme = brightness ?? system;
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dir = direction;
  }, [theme, direction]);
  return <>{children}</>;
}

import { useState } from 'react';
import type { DirectoryPerson } from '../directory';
import { AddScreen, RemoveScreen, RunScreen } from './lazyScreens';
import { OverviewScreen } from './OverviewScreen';
import { takeRunToStart } from './run/runAfterSignIn';
import type { OpenedOrganization } from './services';

type Screen =
  | { readonly kind: 'overview' | 'add' }
  | { readonly kind: 'remove'; readonly people: readonly DirectoryPerson[] }
  /** `starts`: a click has asked for it already. */
  | { readonly kind: 'run'; readonly id: string; readonly starts: boolean };

/** The screens of an account: the list, what adds and removes photos, and the run that follows. */
export function PeopleScreens({ opened }: { opened: OpenedOrganization }) {
  const [screen, setScreen] = useState<Screen>(() => {
    const id = takeRunToStart();
    return id === null ? { kind: 'overview' } : { kind: 'run', id, starts: true };
  });
  const back = (): void => setScreen({ kind: 'overview' });
  const backFromRun = (changed: ReadonlySet<string>): void => {
    opened.organization.readAgain(changed);
    opened.faces.forget(changed);
    back();
  };
  const run = (id: string, starts: boolean): void => setScreen({ kind: 'run', id, starts });
  switch (screen.kind) {
    case 'overview':
      return (
        <OverviewScreen
          opened={opened}
          onAdd={() => setScreen({ kind: 'add' })}
          onRemove={(people) => setScreen({ kind: 'remove', people })}
          onRun={run}
        />
      );
    case 'add':
      return <AddScreen opened={opened} onBack={back} onRun={run} />;
    case 'remove':
      return <RemoveScreen bulk={opened.bulk} people={screen.people} onBack={back} onRun={run} />;
    case 'run':
      return (
        <RunScreen
          key={screen.id}
          id={screen.id}
          starts={screen.starts}
          bulk={opened.bulk}
          onRun={run}
          onBack={backFromRun}
        />
      );
  }
}

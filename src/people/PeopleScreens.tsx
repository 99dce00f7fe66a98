import { useState } from 'react';
import type { DirectoryPerson } from '../directory';
import { chooseBackupPlace, type BackupPlace } from './backup/backupPlace';
import { AddScreen, BackupScreen, RemoveScreen, RunScreen } from './lazyScreens';
import { OverviewScreen } from './OverviewScreen';
import { takeRunToStart } from './run/runAfterSignIn';
import type { OpenedOrganization } from './services';
import { usePageTexts } from './texts';

type Screen =
  | { readonly kind: 'overview' | 'add' }
  | { readonly kind: 'remove'; readonly people: readonly DirectoryPerson[] }
  | { readonly kind: 'backup'; readonly people: readonly DirectoryPerson[]; readonly place: BackupPlace }
  /** `starts`: a click has asked for it already. */
  | { readonly kind: 'run'; readonly id: string; readonly starts: boolean };

/** The screens of an account: the list, what adds, removes and backs up photos, and the run that follows. */
export function PeopleScreens({ opened }: { opened: OpenedOrganization }) {
  const texts = usePageTexts();
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
  const backUp = async (people: readonly DirectoryPerson[]): Promise<void> => {
    const day = new Date().toISOString().slice(0, 10);
    const place = await chooseBackupPlace(`${texts('backup.fileName')}-${day}.zip`);
    if (place) setScreen({ kind: 'backup', people, place });
  };
  switch (screen.kind) {
    case 'overview':
      return (
        <OverviewScreen
          opened={opened}
          onAdd={() => setScreen({ kind: 'add' })}
          onBackUp={(people) => void backUp(people)}
          onRemove={(people) => setScreen({ kind: 'remove', people })}
          onRun={run}
        />
      );
    case 'add':
      return <AddScreen opened={opened} onBack={back} onRun={run} />;
    case 'remove':
      return <RemoveScreen bulk={opened.bulk} people={screen.people} onBack={back} onRun={run} />;
    case 'backup':
      return <BackupScreen bulk={opened.bulk} people={screen.people} place={screen.place} onBack={back} />;
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

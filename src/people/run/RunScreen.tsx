import { Button, Spinner } from '@fluentui/react-components';
import { ScreenFrame } from '../ScreenFrame';
import type { BulkServices, OpenRun } from '../services';
import { usePageTexts } from '../texts';
import { RunPanel } from './RunPanel';
import { useRun } from './useRun';

interface RunScreenProps {
  readonly id: string;
  /** A click has asked for it already. */
  readonly starts: boolean;
  readonly bulk: BulkServices;
  readonly onRun: OpenRun;
  /** `changed`: object ids of the people whose photos may be others than the list shows. */
  readonly onBack: (changed: ReadonlySet<string>) => void;
}

/** A run: its progress, and what has become of each line. */
export function RunScreen({ id, starts, bulk, onRun, onBack }: RunScreenProps) {
  const texts = usePageTexts();
  const state = useRun(id, starts, bulk);
  const { opened, isMissing } = state;
  const back = (): void => {
    const isBegun = opened && opened.run.progress.value.phase !== 'ready';
    onBack(new Set(isBegun ? opened.run.lines.map(({ person }) => person.id) : []));
  };
  const title = opened ? texts(`run.title_${opened.record.kind}`) : texts('run.title_save');
  return (
    <ScreenFrame title={title} onBack={back}>
      {isMissing && <p>{texts('run.missing')}</p>}
      {!opened && !isMissing && <Spinner label={texts('run.opening')} />}
      {opened && <RunPanel state={state} opened={opened} bulk={bulk} onRun={onRun} onDeleted={back} />}
      {opened && (
        <div>
          <Button onClick={back}>{texts('screen.back')}</Button>
        </div>
      )}
    </ScreenFrame>
  );
}

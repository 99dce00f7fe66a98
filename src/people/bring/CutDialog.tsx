import { Button, makeStyles, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useEffect, useId, useRef, useState } from 'react';
import type { PictureEdit, RenderLimits } from '../../editor';
import { cropHint, CropTools, editOf, isAtStart, useEditorKeys, type CropTexts } from '../../ui/crop';
import { usePageTexts } from '../texts';
import type { ChosenPhoto } from './chosenFiles';
import { cutProblem } from './cutProblem';
import type { Cut } from './cutter';
import { useCutDraft } from './useCutDraft';

const useStyles = makeStyles({
  // Narrow windows have it as a screen.
  root: {
    boxSizing: 'border-box',
    width: '480px',
    maxWidth: 'none',
    height: 'min(100dvh - 32px, 680px)',
    maxHeight: 'none',
    padding: 0,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow64,
    outline: 'none',
    '::backdrop': { backgroundColor: 'rgba(0, 0, 0, 0.4)' },
    '@media (max-width: 600px)': { width: '100vw', height: '100dvh', border: 'none', borderRadius: 0 },
  },
  column: { display: 'flex', flexDirection: 'column', height: '100%' },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
  },
  footer: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  hint: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface CutDialogProps {
  /** Of the person. */
  readonly name: string;
  readonly file: ChosenPhoto;
  /** The cut that the row has. */
  readonly start: PictureEdit;
  readonly limits: RenderLimits;
  /** Takes the new cut into the plan. */
  readonly onTake: (cut: Cut) => Promise<void>;
  readonly onClose: () => void;
}

/** The picture editor in a dialog: another cut of the file of a plan's row. Enter takes it; Escape closes one that was not changed. */
export function CutDialog({ name, file, start, limits, onTake, onClose }: CutDialogProps) {
  const styles = useStyles();
  const texts = usePageTexts();
  // The pane's own texts, with the same values (build/texts.ts).
  const cropTexts = texts as CropTexts;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const { draft, failure, images, edit } = useCutDraft(file, start);
  const [isTaking, setIsTaking] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Not the button that Enter would press: once it is drawn, the picture takes the focus from here.
    dialog.current?.focus();
  }, []);
  const canTake = draft !== null && draft.area !== null && !isTaking;
  const take = async (): Promise<void> => {
    if (!draft || !canTake) return;
    setIsTaking(true);
    setRefusal(null);
    try {
      const taken = editOf(draft);
      const { jpeg } = await images.render(taken, limits);
      await onTake({ photo: jpeg, edit: taken });
      onClose();
    } catch (error) {
      setRefusal(error);
      setIsTaking(false);
    }
  };
  useEditorKeys(dialog, {
    onEnter: canTake ? () => void take() : null,
    onEscape: !draft || isAtStart(draft) ? onClose : null,
  });
  const problem = failure ?? refusal;
  return (
    <dialog
      ref={dialog}
      className={styles.root}
      tabIndex={-1}
      aria-labelledby={titleId}
      // A browser may close it all the same.
      onCancel={(event) => event.preventDefault()}
      onClose={onClose}
    >
      <div className={styles.column}>
        <h2 id={titleId} className={styles.title}>
          {texts('cut.title', { name })}
        </h2>
        <div className={styles.body}>
          {draft && <CropTools draft={draft} editor={{ edit }} images={images} texts={cropTexts} />}
          {!draft && !failure && <Spinner label={texts('screen.loading')} />}
        </div>
        <div className={styles.footer}>
          {problem ? (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{cutProblem(problem, texts)}</MessageBarBody>
            </MessageBar>
          ) : (
            draft && <span className={styles.hint}>{cropHint(draft, cropTexts)}</span>
          )}
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={!canTake} onClick={() => void take()}>
              {texts('cut.use')}
            </Button>
            <Button onClick={onClose}>{texts('run.cancel')}</Button>
          </div>
        </div>
      </div>
    </dialog>
  );
}

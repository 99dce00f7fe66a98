import { makeStyles, Subtitle2 } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useId, useMemo, useRef } from 'react';
import { useAfterPaint } from '../parts/useAfterPaint';
import { useServices, useTexts } from '../services';
import { CropArea } from './CropArea';
import { editOf, isAtStart, rotationOf, type Draft } from './draft';
import { TurnButtons, ZoomControl } from './EditControls';
import { EditorFooter } from './EditorFooter';
import { FacePreviews } from './FacePreviews';
import { FinerTools } from './FinerTools';
import { useEditorKeys } from './useEditorKeys';
import type { PhotoEditing } from './usePhotoEditor';
import { useRestOfPane } from './useRestOfPane';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    // The footer covers nothing that has the focus.
    '& :is(button, input)': { scrollMarginBottom: '96px' },
  },
  title: { margin: 0 },
  tools: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});

/** A smaller photo is blurred at the largest size that Outlook draws. Pixels. */
const sharpPixels = 96;

/** Crops a photo out of a picture: by mouse, touch, wheel, keyboard, or buttons. Fits a pane 480 CSS pixels high. */
export default function EditorScreen({ editing, draft }: { editing: PhotoEditing; draft: Draft }) {
  const styles = useStyles();
  const texts = useTexts();
  const root = useRef<HTMLElement>(null);
  const toolsId = useId();
  const { owner, editor, activity, refusal } = editing;
  const { picture, area, flipped } = draft;
  const hasMoreTools = useAfterPaint(draft.hasMoreTools);
  const rotation = rotationOf(draft);
  const edit = useMemo(() => editOf({ area, rotation, flipped }), [area, rotation, flipped]);
  const { isPhone } = useServices().mailbox;
  const pixels = Math.round((Math.max(picture.width, picture.height) * (area?.width ?? 100)) / 100);
  // Phones have no arrow keys.
  const usualHint = isPhone ? '' : texts('edit.hint');
  const hint = pixels < sharpPixels ? texts('edit.small', { pixels }) : usualHint;
  const isSaving = activity.kind === 'saving';
  const canSave = area !== null && !isSaving && refusal === null;
  useRestOfPane(root);
  useEditorKeys(root, {
    onEnter: canSave ? () => editor.save(owner) : null,
    // Escape loses no work.
    onEscape: !isSaving && isAtStart(draft) ? () => editor.cancel(owner) : null,
  });
  return (
    <section ref={root} className={styles.root} aria-label={texts('edit.title')}>
      <Subtitle2 as="h2" className={styles.title}>
        {texts('edit.title')}
      </Subtitle2>
      <CropArea draft={draft} editor={editor} />
      <div className={styles.tools}>
        <ZoomControl draft={draft} editor={editor} />
        <TurnButtons draft={draft} editor={editor} toolsId={toolsId} />
        {hasMoreTools && (
          <>
            <FinerTools id={toolsId} draft={draft} editor={editor} />
            <FacePreviews edit={edit} />
          </>
        )}
      </div>
      <EditorFooter editing={editing} hint={hint} canSave={canSave} />
    </section>
  );
}

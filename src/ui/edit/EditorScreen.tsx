import { makeStyles, Subtitle2 } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useRef } from 'react';
import { cropHint, CropTools } from '../crop/CropTools';
import { isAtStart } from '../crop/pictureDraft';
import { useEditorKeys } from '../crop/useEditorKeys';
import { useServices, useTexts } from '../services';
import type { Draft } from './draft';
import { EditorFooter } from './EditorFooter';
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
});

/** Crops a photo out of a picture, and saves it. Fits a pane 480 CSS pixels high. */
export default function EditorScreen({ editing, draft }: { editing: PhotoEditing; draft: Draft }) {
  const styles = useStyles();
  const texts = useTexts();
  const root = useRef<HTMLElement>(null);
  const { owner, editor, activity, refusal } = editing;
  const { mailbox, editor: images } = useServices();
  // Phones have no arrow keys.
  const hint = cropHint(draft, texts, mailbox.isPhone ? '' : undefined);
  const isSaving = activity.kind === 'saving';
  const canSave = draft.area !== null && !isSaving && refusal === null;
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
      <CropTools draft={draft} editor={editor} images={images} texts={texts} />
      <EditorFooter editing={editing} hint={hint} canSave={canSave} />
    </section>
  );
}

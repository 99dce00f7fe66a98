import { makeStyles, Spinner } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useCallback, useState } from 'react';
import type { Person } from '../../mailbox';
import { isOfNoPerson } from '../../photos';
import { lazyPart } from '../parts/lazyPart';
import { cardFace, PortraitCard } from '../person/PersonCard';
import { nameOf, usePortrait, useTexts } from '../services';
import { ActivityMessage } from './ActivityMessage';
import { ChangeButtons } from './ChangeButtons';
import { useDroppedFiles } from './droppedFiles';
import { usePhotoEditor, type PhotoEditing } from './usePhotoEditor';

// Lazy-loaded: most people look at photos without changing one.
const EditorScreen = lazyPart(() => import(/* webpackChunkName: "editor" */ './EditorScreen'), Opening);

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    boxSizing: 'border-box',
    gap: tokens.spacingVerticalS,
    width: '100%',
    paddingInline: tokens.spacingHorizontalM,
    textAlign: 'center',
  },
});

interface PhotoPanelProps {
  readonly person: Person;
  /** What stands above the name, such as "This mailbox". */
  readonly part?: string;
  /** Files dropped or pasted anywhere are for this person. */
  readonly takesFiles?: boolean;
  readonly onDetails: (person: Person) => void;
}

/** One person's photo, and the buttons that change it; the crop screen while a picture is open. */
export function PhotoPanel(props: PhotoPanelProps) {
  const editing = usePhotoEditor(props.person);
  const [wasEdited, setWasEdited] = useState(false);
  if (editing.draft && !wasEdited) setWasEdited(true);
  if (editing.draft) return <EditorScreen editing={editing} draft={editing.draft} />;
  return <ChangeablePhoto {...props} editing={editing} wasEdited={wasEdited} />;
}

function Opening() {
  return <Spinner label={useTexts()('mine.opening')} />;
}

interface ChangeablePhotoProps extends PhotoPanelProps {
  readonly editing: PhotoEditing;
  /** The crop screen was here before. */
  readonly wasEdited: boolean;
}

function ChangeablePhoto({ person, part, takesFiles = true, editing, wasEdited, onDetails }: ChangeablePhotoProps) {
  const styles = useStyles();
  const { owner, editor } = editing;
  const choose = useCallback((file: Blob | null) => editor.choose(owner, file), [editor, owner]);
  const portrait = usePortrait(person, cardFace);
  const isChangeable = portrait.status !== 'none' || !isOfNoPerson(portrait.reason);
  useDroppedFiles(takesFiles && isChangeable ? choose : null);
  return (
    <>
      <PortraitCard person={person} portrait={portrait} {...(part !== undefined && { part })} onDetails={onDetails} />
      <div role="group" aria-label={nameOf(person, portrait)} className={styles.actions}>
        <ActivityMessage editing={editing} />
        {isChangeable && <ChangeButtons editing={editing} takesFocus={wasEdited} onChoose={choose} />}
      </div>
    </>
  );
}

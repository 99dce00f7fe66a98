import { makeStyles, Spinner } from '@fluentui/react-components';
import { tokens } from '@fluentui/tokens';
import { useCallback } from 'react';
import type { Person } from '../../mailbox';
import { isOfNoPerson } from '../../photos';
import { lazyPart } from '../parts/lazyPart';
import { cardFace, PortraitCard } from '../person/PersonCard';
import { usePortrait, useTexts } from '../services';
import { ActivityMessage } from './ActivityMessage';
import { ChangeButtons } from './ChangeButtons';
import { useDroppedFiles } from './droppedFiles';
import { usePhotoEditor, type PhotoEditing } from './usePhotoEditor';

// Lazy-loaded: most people look at photos without changing one.
const EditorScreen = lazyPart(() => import(/* webpackChunkName: "editor" */ './EditorScreen'), Opening);

const useStyles = makeStyles({
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
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
  if (editing.draft) return <EditorScreen editing={editing} draft={editing.draft} />;
  return <ChangeablePhoto {...props} editing={editing} />;
}

function Opening() {
  return <Spinner label={useTexts()('mine.opening')} />;
}

function ChangeablePhoto({
  person,
  part,
  takesFiles = true,
  editing,
  onDetails,
}: PhotoPanelProps & { readonly editing: PhotoEditing }) {
  const styles = useStyles();
  const { owner, editor, activity } = editing;
  const choose = useCallback((file: Blob | null) => editor.choose(owner, file), [editor, owner]);
  const portrait = usePortrait(person, cardFace);
  const isChangeable = portrait.status !== 'none' || !isOfNoPerson(portrait.reason);
  useDroppedFiles(takesFiles && isChangeable ? choose : null);
  return (
    <div>
      <PortraitCard person={person} portrait={portrait} {...(part !== undefined && { part })} onDetails={onDetails} />
      <div className={styles.actions}>
        <ActivityMessage owner={owner} activity={activity} />
        {isChangeable && <ChangeButtons editing={editing} onChoose={choose} />}
      </div>
    </div>
  );
}

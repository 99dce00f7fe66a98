import { rowsAtOnce } from './message/PeopleList';
import { firstFaceOf } from './message/senders';
import { firstFaceShown } from './parts/firstFaceShown';
import { cardFace } from './person/PersonCard';
import { rowFace } from './person/PersonRow';
import { devicePixels, ownerOf, type Services } from './services';

/** Requests the first faces before the screen is drawn, so that both happen side by side. */
export function requestFirstFaces({ mailbox, library }: Services): void {
  const selection = mailbox.selection.value;
  const mine = mailbox.me.value?.address ?? null;
  const pixels = (drawn: number): number => devicePixels(drawn, window.devicePixelRatio);
  const first = firstFaceOf(selection);
  const rows = 'recipients' in selection ? selection.recipients.filter(({ isList }) => !isList) : [];
  const releases = [
    ...(first ? [library.want([ownerOf(first, mine)], { pixels: pixels(cardFace), withMetadata: true })] : []),
    library.want(
      rows.slice(0, rowsAtOnce).map((one) => ownerOf(one, mine)),
      { pixels: pixels(rowFace), withMetadata: false },
    ),
  ];
  // By then the screen wants them itself.
  void firstFaceShown.then(() => releases.forEach((release) => release()));
}

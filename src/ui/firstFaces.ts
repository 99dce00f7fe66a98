import { rowsAtOnce } from './message/PeopleList';
import { firstFaceOf, onlyRecipientOf } from './message/senders';
import { firstFaceShown } from './parts/firstFaceShown';
import { cardFace } from './person/PersonCard';
import { rowFace } from './person/PersonRow';
import { devicePixels, type Services } from './services';

/** Requests the first faces before the screen is drawn, so that both happen side by side. */
export function requestFirstFaces({ mailbox, library }: Services): void {
  const selection = mailbox.selection.value;
  const pixels = (drawn: number): number => devicePixels(drawn, window.devicePixelRatio);
  const recipients = 'recipients' in selection ? selection.recipients.filter(({ isList }) => !isList) : [];
  const large = [firstFaceOf(selection), onlyRecipientOf(selection, mailbox.me.value?.address ?? '')];
  const releases = [
    library.want(
      large.filter((one) => one !== null),
      { pixels: pixels(cardFace), withMetadata: true },
    ),
    library.want(recipients.slice(0, rowsAtOnce), { pixels: pixels(rowFace), withMetadata: false }),
  ];
  // By then the screen wants them itself.
  void firstFaceShown.then(() => releases.forEach((release) => release()));
}

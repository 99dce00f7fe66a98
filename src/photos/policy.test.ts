import type { NoPhoto, Photo } from './api/photoService';
import { isFresh, isTooOld } from './policy';

const photo = (id: string): Photo => ({
  kind: 'photo',
  picture: new Blob(),
  metadata: { id, width: 1, height: 1, contentType: 'image/jpeg', eTag: null },
});
const pictureOnly: Photo = { kind: 'photo', picture: new Blob(), metadata: null };
const none: NoPhoto = { kind: 'none', reason: 'notSet' };
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

test.each<[string, Photo | NoPhoto, number, boolean, boolean]>([
  ['a photo of now', photo('648x648'), 0, true, false],
  ['a photo just under a day old', photo('648x648'), day - 1, true, false],
  ['a photo of a day', photo('648x648'), day, false, false],
  ['a picture without metadata, just under a day old', pictureOnly, day - 1, true, false],
  ['an absence just under an hour old', none, hour - 1, true, false],
  ['an absence of an hour', none, hour, false, false],
  ['an unconfirmed photo just under a minute old', photo(''), minute - 1, true, false],
  ['an unconfirmed photo of a minute', photo(''), minute, false, false],
  ['a photo of seven days', photo('648x648'), 7 * day, false, false],
  ['a photo of more than seven days', photo('648x648'), 7 * day + 1, false, true],
  ['a photo read an hour in the future', photo('648x648'), -hour, true, false],
  ['a photo read more than an hour in the future', photo('648x648'), -hour - 1, false, true],
])('%s is fresh or stale, and may be shown or not', (_name, result, age, fresh, tooOld) => {
  const now = Date.UTC(2026, 10, 2);
  const answer = { result, readAt: now - age };
  expect({ fresh: isFresh(answer, now), tooOld: isTooOld(answer, now) }).toEqual({ fresh, tooOld });
});

import { draftOf, editOf, isAtStart, largestZoomOf, sideOf, startAgain } from './pictureDraft';

const picture = { width: 4000, height: 3000, preview: new Blob() };
const part = { area: { x: 25, y: 10, width: 30, height: 40 }, rotation: 0, flipped: false };

test.each([
  [0, 0, 0],
  [90, 1, 0],
  [-90, -1, 0],
  [100, 1, 10],
  [-45, -0, -45],
])('an edit turned by %d degrees starts with %d quarter turns and %d degrees', (rotation, quarters, angle) => {
  const draft = draftOf(picture, { ...part, rotation, flipped: true });
  expect([draft.quarters, draft.angle, draft.flipped]).toEqual([quarters, angle, true]);
  expect(editOf({ ...draft, area: part.area })).toEqual({ ...part, rotation, flipped: true });
});

test('a draft with a start is at it until the mask shows another part, or the picture is turned or mirrored', () => {
  const draft = draftOf(picture, part);
  expect(isAtStart(draft)).toBe(true);
  // As a mask of whole pixels measures it.
  expect(isAtStart({ ...draft, area: { ...part.area, x: 25.2 } })).toBe(true);
  expect(isAtStart({ ...draft, area: { ...part.area, x: 26 } })).toBe(false);
  expect(isAtStart({ ...draft, area: part.area, quarters: 1 })).toBe(false);
  expect(isAtStart({ ...draft, area: part.area, flipped: true })).toBe(false);
});

test('starting again shows the start in a mask that is drawn anew; without a start, the whole picture', () => {
  const draft = { ...draftOf(picture, { ...part, rotation: 90 }), quarters: 2, zoom: 4, area: part.area };
  expect(startAgain(draft)).toMatchObject({ quarters: 1, zoom: 1, area: null, restarts: 1 });
  const whole = { ...draftOf(picture, null), quarters: 2, zoom: 4, area: part.area };
  expect(startAgain(whole)).toEqual({ crop: { x: 0, y: 0 }, zoom: 1, quarters: 0, angle: 0, flipped: false });
});

test('a start that shows little of a picture is within the largest zoom', () => {
  expect(largestZoomOf(draftOf(picture, null))).toBe(5);
  expect(largestZoomOf(draftOf(picture, part))).toBe(5);
  const face = { ...part, area: { x: 50, y: 50, width: 6, height: 8 } };
  expect(sideOf(picture, face)).toBe(240);
  expect(largestZoomOf(draftOf(picture, face))).toBe(12.5);
  const turned = { area: { x: 50, y: 50, width: 8, height: 6 }, rotation: 90, flipped: false };
  expect(largestZoomOf(draftOf(picture, turned))).toBe(12.5);
});

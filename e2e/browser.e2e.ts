import { people } from './support/people';
import { expect, test } from './support/story';

test('a browser without AbortSignal.any gets a text in both languages, and no photo is requested', async ({
  outlook,
  pane,
}) => {
  await outlook.context.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'any'));
  await outlook.open();
  await expect(pane.getByText(/^This version of Outlook or of your browser is too old for User Photo\./)).toBeVisible();
  await expect(pane.getByText(/^Diese Version von Outlook oder Ihres Browsers ist zu alt für/)).toBeVisible();
  expect(await outlook.batches()).toBe(0);
});

test('a current browser does not get that text', async ({ outlook, pane }) => {
  await outlook.open();
  await outlook.expectFace(people.megan);
  await expect(pane.getByText(/too old/)).toHaveCount(0);
});

import { people } from './support/people';
import { expect, test } from './support/story';

test('a browser without AbortSignal.any gets a text in the reader’s language, and no photo is requested', async ({
  outlook,
  pane,
  page,
}) => {
  await outlook.context.addInitScript(() => Reflect.deleteProperty(AbortSignal, 'any'));
  await outlook.open();
  const [english, german] = [
    pane.getByText(/^This version of Outlook or of your browser is too old for User Photo\./),
    pane.getByText(/^Diese Version von Outlook oder Ihres Browsers ist zu alt für/),
  ];
  await expect(english).toBeVisible();
  await expect(german).toBeHidden();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'language', { value: 'de-DE' });
    Object.defineProperty(navigator, 'languages', { value: ['de-DE', 'en'] });
  });
  await outlook.open();
  await expect(german).toBeVisible();
  await expect(english).toBeHidden();
  expect(await outlook.batches()).toBe(0);
});

test('a current browser does not get that text', async ({ outlook, pane }) => {
  await outlook.open();
  await outlook.expectFace(people.megan);
  await expect(pane.getByText(/too old/)).toHaveCount(0);
});

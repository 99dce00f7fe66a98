import type { Page } from 'playwright-core';
import { story } from './support/story';

const stage = story();
const { open, expectFace } = stage;

const button = (name: string) => stage.pane.getByRole('button', { name, exact: true });

/** Clicks the pane's button and gives the window that it opens, once the identity provider has filled it. */
async function openDialog(name = 'Sign in'): Promise<Page> {
  const opening = stage.context.waitForEvent('page');
  await button(name).click();
  const dialog = await opening;
  await dialog.getByRole('heading', { name: 'Pick an account' }).waitFor();
  return dialog;
}

test.each(['initialize', 'late'])('a bridge that comes %s signs in silently', async (bridge) => {
  await open(`?bridge=${bridge}`);
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test.each(['none', 'refusing'])(
  'with the bridge %s a dialog signs in, and its token serves from then on',
  async (bridge) => {
    await open(`?bridge=${bridge}`);
    const dialog = await openDialog();
    await dialog.getByRole('link', { name: 'Adele Vance' }).click();
    await expectFace('megan@contoso.com', 'Megan Bowen');
    await stage.select('diego@contoso.com');
    await expectFace('diego@contoso.com', 'Diego Siciliani');
    await stage.pane.getByRole('tab', { name: 'About' }).click();
    await stage.pane.getByText('adele@contoso.com').first().waitFor();
    expect(stage.context.pages()).toHaveLength(1);
  },
);

test('the dialog asks for consent, and a no is no error', async () => {
  await stage.control.patch({ consent: { 'adele@contoso.com': ['User.Read'] } });
  await open('?bridge=none');
  const dialog = await openDialog();
  await dialog.getByRole('link', { name: 'Adele Vance' }).click();
  await dialog.getByText('User.ReadBasic.All').waitFor();
  await dialog.getByRole('link', { name: 'Cancel' }).click();
  await stage.pane.getByText('You have not signed in').waitFor();
  const again = await openDialog();
  await again.getByRole('link', { name: 'Adele Vance' }).click();
  await again.getByRole('link', { name: 'Accept' }).click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a dialog that is closed is no error either, and can be opened again', async () => {
  await open('?bridge=none');
  await (await openDialog()).close();
  await stage.pane.getByText('You have not signed in').waitFor();
  await (await openDialog()).close();
});

test('the wrong account picked in the dialog is refused, and another choice brings the face', async () => {
  await open('?bridge=none');
  const dialog = await openDialog();
  await dialog.getByRole('link', { name: 'Nina Torres' }).click();
  await stage.pane.getByText('You are signed in as nina@fabrikam.com').waitFor();
  const again = await openDialog('Sign in with the mailbox’s account');
  await again.getByRole('link', { name: 'Adele Vance' }).click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a browser that blocks the window is named, and no second window opens by itself', async () => {
  // The notice that Office.js would draw itself, which the page's policy keeps out.
  stage.forgive(/TrustedScript/);
  await stage.page.addInitScript(() => {
    Object.assign(globalThis, { open: () => null });
  });
  await open('?bridge=none');
  await button('Sign in').click();
  await stage.pane.getByText('The sign-in window was blocked').waitFor();
  await button('Try again').click();
  await stage.pane.getByText('The sign-in window was blocked').waitFor();
  await stage.pane.getByRole('tab', { name: 'About' }).click();
  expect(stage.context.pages()).toHaveLength(1);
});

test('with no bridge the pane stays usable without signing in', async () => {
  await open('?bridge=none');
  await button('Sign in').waitFor();
  await stage.pane.getByRole('tab', { name: 'About' }).click();
  await stage.pane.getByText('not signed in yet').waitFor();
});

test('a bridge that never greets: the dialog takes its place', async () => {
  await open('?bridge=silent');
  await button('Sign in').waitFor();
  const dialog = await openDialog();
  await dialog.getByRole('link', { name: 'Adele Vance' }).click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a bridge that never gives a token: the pane says so and offers to try again', async () => {
  await open('?bridge=silenttoken');
  await stage.pane.getByText('Outlook did not answer the sign-in').waitFor();
  await button('Try again').waitFor();
});

test('consent is asked for by a click only, and a yes brings the face', async () => {
  await stage.control.patch({ consent: { 'adele@contoso.com': ['User.Read'] } });
  await open();
  await button('Sign in').click();
  await stage.page.getByText('User.ReadBasic.All').waitFor();
  await stage.page.getByRole('button', { name: 'Accept' }).click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a cancelled prompt is no error: the pane says what to do', async () => {
  await stage.control.patch({ consent: { 'adele@contoso.com': ['User.Read'] } });
  await open();
  await button('Sign in').click();
  await stage.page.getByRole('button', { name: 'Cancel' }).click();
  await stage.pane.getByText('You have not signed in').waitFor();
});

test('a token of another account than the mailbox is refused and explained', async () => {
  await open('?bridge=wrongaccount');
  await stage.pane.getByText('You are signed in as nina@fabrikam.com').waitFor();
  expect(await stage.pane.locator('img').count()).toBe(0);
});

test('a claims challenge is met without a word', async () => {
  await stage.control.patch({ faults: [{ effect: { kind: 'claims' }, times: 2 }] });
  await open();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a token refused for ever: two requests, then a button, and the pane stays usable', async () => {
  await stage.control.patch({ faults: [{ effect: { kind: 'expired' } }] });
  await open();
  await stage.pane.getByText('wants you to sign in again').waitFor();
  // Metadata and picture, twice each.
  expect((await stage.control.log()).filter(({ path }) => path.includes('megan'))).toHaveLength(4);
  await stage.control.patch({ faults: [] });
  await button('Sign in again').click();
  await expectFace('megan@contoso.com', 'Megan Bowen');
});

test('a challenge that the browser hides ends after one try, without a loop', async () => {
  await stage.control.patch({ exposeHeaders: false, faults: [{ path: '/me|/users', effect: { kind: 'claims' } }] });
  await open('?dialect=outlook-v2.0');
  await stage.pane.getByText('wants you to sign in again').waitFor();
  const asked = (await stage.control.log()).filter(({ method, path }) => method === 'GET' && path.endsWith('/photo'));
  expect(asked).toHaveLength(2);
});

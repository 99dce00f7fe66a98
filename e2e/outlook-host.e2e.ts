import type { FrameLocator } from '@playwright/test';
import { people } from './support/people';
import { expect, test } from './support/story';

// The host itself, seen through the Office.js in the pane: what each switch of the sandbox's window does.

/** Runs a function in the pane's frame, once Office.js and the first item are there. */
async function inPane<Result>(pane: FrameLocator, run: () => Result | Promise<Result>): Promise<Result> {
  await expect(pane.getByRole('tab', { name: 'Message' })).toBeVisible();
  return pane.locator('body').evaluate(run);
}

const itemId = (pane: FrameLocator): Promise<string | undefined> =>
  inPane(pane, () => (Office.context.mailbox.item as Office.MessageRead | null)?.itemId);

const recipients = (pane: FrameLocator): Promise<readonly string[]> =>
  inPane(
    pane,
    () =>
      new Promise<string[]>((resolve) => {
        (Office.context.mailbox.item as unknown as Office.MessageCompose).to.getAsync(({ value }) =>
          resolve(value.map(({ emailAddress }) => emailAddress)),
        );
      }),
  );

const emailAddress = (pane: FrameLocator): Promise<string> =>
  inPane(pane, () => Office.context.mailbox.userProfile.emailAddress);

const login = (pane: FrameLocator): Promise<string> =>
  inPane(pane, async () => (await Office.auth.getAuthContext()).userPrincipalName);

test('the profile names the mailbox, and the sign-in the person', async ({ outlook, pane }) => {
  await test.step('a shared mailbox in a tab of its own', async () => {
    await outlook.open('?mailbox=shared&item=mine');
    expect([await emailAddress(pane), await login(pane)]).toEqual(['info@contoso.com', people.adele.address]);
  });
  await test.step('a login name that is no address', async () => {
    await outlook.open('?account=ivy.bell@contoso.com&item=sent');
    expect([await emailAddress(pane), await login(pane)]).toEqual(['ivy.bell@contoso.com', 'u104711@contoso.com']);
  });
  await test.step('two accounts: the profile follows the mailbox of the selected item', async () => {
    await outlook.open('?accounts=two');
    expect(await emailAddress(pane)).toBe(people.adele.address);
    await outlook.select('second-mine');
    await expect(emailAddress(pane)).resolves.toBe(people.nina.address);
    expect(await login(pane)).toBe(people.nina.address);
  });
});

const readSelected = (pane: FrameLocator): Promise<string> =>
  inPane(pane, async () => {
    const { mailbox } = Office.context;
    try {
      return await new Promise<string>((resolve) =>
        mailbox.getSelectedItemsAsync(({ status, value, error }) =>
          resolve(status === Office.AsyncResultStatus.Succeeded ? value.map((one) => one.itemId).join() : error.name),
        ),
      );
    } catch (error) {
      return (error as Error).message;
    }
  });

/** Records which events the pane gets from now on. */
const recordEvents = (pane: FrameLocator): Promise<void> =>
  inPane(
    pane,
    () =>
      new Promise<void>((resolve) => {
        const count = (name: string) => () => Object.assign(window, { [name]: true });
        const { mailbox } = Office.context;
        mailbox.addHandlerAsync(Office.EventType.SelectedItemsChanged, count('selectedItemsChanged'));
        mailbox.addHandlerAsync(Office.EventType.ItemChanged, count('itemChanged'), () => resolve());
      }),
  );

const events = (pane: FrameLocator): Promise<readonly string[]> =>
  inPane(pane, () => ['itemChanged', 'selectedItemsChanged'].filter((name) => name in window));

test('a pane that is not pinned keeps its item, and only SelectedItemsChanged is emitted', async ({
  outlook,
  page,
  pane,
}) => {
  await outlook.open('?pinned=no&permission=ReadWriteMailbox');
  await recordEvents(pane);
  await outlook.select(people.diego.address);
  await page.waitForFunction(() => document.querySelector('[data-item="diego@contoso.com"][aria-selected="true"]'));
  // The answer comes after every event that was emitted before it.
  expect(await readSelected(pane)).toBe(people.diego.address);
  expect(await itemId(pane)).toBe(people.megan.address);
  expect(await events(pane)).toEqual(['selectedItemsChanged']);
});

test('methods above the permission of the manifest throw, and a pinned pane gets both events; an internal error is reported', async ({
  outlook,
  pane,
}) => {
  await outlook.open();
  expect(await readSelected(pane)).toBe("Elevated permission is required to call the method: 'getSelectedItemsAsync'.");
  await recordEvents(pane);
  await outlook.select(people.diego.address);
  await expect.poll(() => events(pane)).toEqual(['itemChanged', 'selectedItemsChanged']);
  await outlook.open('?several=error&permission=ReadWriteMailbox');
  expect(await readSelected(pane)).toBe('InternalError');
});

test('encrypted, delivery-report: the item stays, without an event', async ({ outlook, pane }) => {
  await outlook.open('?permission=ReadWriteMailbox');
  expect(await readSelected(pane)).toBe(people.megan.address);
  await recordEvents(pane);
  for (const item of ['encrypted', 'delivery-report'] as const) {
    await outlook.select(item);
    expect([await itemId(pane), await readSelected(pane)]).toEqual([people.megan.address, item]);
    expect(await events(pane)).toEqual([]);
  }
  // The handlers are registered: another message emits events.
  await outlook.select(people.diego.address);
  await expect.poll(() => events(pane)).toEqual(['itemChanged', 'selectedItemsChanged']);
});

test('a draft can have no recipients at first, and those from the address book come without an event', async ({
  outlook,
  page,
  pane,
}) => {
  // The window's clock stands still until they have been read.
  const now = Date.now();
  await page.clock.setFixedTime(now);
  await outlook.open('?item=draft&drafts=late');
  expect(await recipients(pane)).toEqual([]);
  await page.clock.setFixedTime(now + 60_000);
  await expect.poll(() => recipients(pane)).toEqual([people.diego.address]);
  await inPane(
    pane,
    () =>
      new Promise<void>((resolve) => {
        const item = Office.context.mailbox.item as unknown as Office.MessageCompose;
        const record = () => Object.assign(window, { recipientsChanged: true });
        item.addHandlerAsync(Office.EventType.RecipientsChanged, record, () => resolve());
      }),
  );
  await page.getByLabel('Add a recipient').fill(people.lynne.address);
  await page.getByRole('button', { name: 'Add from address book' }).click();
  expect(await recipients(pane)).toEqual([people.diego.address, people.lynne.address]);
  expect(await inPane(pane, () => 'recipientsChanged' in window)).toBe(false);
});

interface BridgeResponse {
  readonly success: boolean;
  readonly error?: { readonly status: string; readonly code?: string };
}

/** Sends a token request through the sign-in bridge, as MSAL does. */
const requestToken = (pane: FrameLocator): Promise<BridgeResponse> =>
  inPane(
    pane,
    () =>
      new Promise<BridgeResponse>((resolve) => {
        const { nestedAppAuthBridge: bridge } = window as unknown as {
          nestedAppAuthBridge: {
            addEventListener(type: 'message', listener: (text: string) => void): void;
            postMessage(text: string): void;
          };
        };
        bridge.addEventListener('message', (text) => {
          const response = JSON.parse(text) as BridgeResponse & { requestId: string };
          if (response.requestId === 'test') resolve(response);
        });
        const tokenParams = { clientId: 'x', scope: 'User.Read' };
        bridge.postMessage(JSON.stringify({ method: 'GetTokenPopup', requestId: 'test', tokenParams }));
      }),
  );

test('a bridge that fails for good does so at every token request', async ({ outlook, pane }) => {
  for (const [bridge, error] of [
    ['persistent', { status: 'PERSISTENT_ERROR' }],
    [
      'persistentcode',
      expect.objectContaining({ status: 'PERSISTENT_ERROR', code: 'native_executor_error' }) as object,
    ],
  ] as const) {
    await outlook.open(`?bridge=${bridge}`);
    expect(await requestToken(pane), bridge).toMatchObject({ success: false, error });
  }
});

test('sent, sent-to-several, sent-from-alias are messages from the account to others', async ({ outlook, pane }) => {
  await outlook.open();
  for (const item of ['sent', 'sent-to-several', 'sent-from-alias'] as const) {
    await outlook.select(item);
    await expect.poll(() => itemId(pane)).toBe(item);
    const from = await inPane(pane, () => (Office.context.mailbox.item as Office.MessageRead).from.emailAddress);
    expect(from).toBe(item === 'sent-from-alias' ? 'adele.vance@contoso.com' : people.adele.address);
  }
});

test('with all that the first face does without missing, throwing or odd, the pane starts and has the face', async ({
  outlook,
  pane,
}) => {
  for (const office of ['missing', 'throwing', 'odd']) {
    await outlook.open(`?office=${office}`);
    await outlook.expectFace(people.megan);
    await expect(pane.locator('html')).toHaveAttribute('lang', 'en');
  }
});

import { story } from './support/story';

// The host itself, seen through the Office.js in the pane: what each switch of the sandbox's window does.
const stage = story();
const { open, select } = stage;

/** Runs a function in the pane's frame, once Office.js and the first item are there. */
async function inPane<Result>(run: () => Result | Promise<Result>): Promise<Result> {
  await stage.pane.getByRole('tab', { name: 'Message' }).waitFor();
  return stage.pane.locator('body').evaluate(run);
}

const itemId = (): Promise<string | undefined> =>
  inPane(() => (Office.context.mailbox.item as Office.MessageRead | null)?.itemId);

const recipients = (): Promise<readonly string[]> =>
  inPane(
    () =>
      new Promise<string[]>((resolve) => {
        (Office.context.mailbox.item as unknown as Office.MessageCompose).to.getAsync(({ value }) =>
          resolve(value.map(({ emailAddress }) => emailAddress)),
        );
      }),
  );

const emailAddress = (): Promise<string> => inPane(() => Office.context.mailbox.userProfile.emailAddress);

const login = (): Promise<string> => inPane(async () => (await Office.auth.getAuthContext()).userPrincipalName);

test('a shared mailbox in a tab of its own: the profile names it, the sign-in names the person', async () => {
  await open('?mailbox=shared&item=mine');
  expect([await emailAddress(), await login()]).toEqual(['info@contoso.com', 'adele@contoso.com']);
});

test('a login name that is no address', async () => {
  await open('?account=ivy.bell@contoso.com&item=sent');
  expect([await emailAddress(), await login()]).toEqual(['ivy.bell@contoso.com', 'u104711@contoso.com']);
});

test('two accounts: the profile follows the mailbox of the selected item', async () => {
  await open('?accounts=two');
  expect(await emailAddress()).toBe('adele@contoso.com');
  await select('second-mine');
  await expect(emailAddress()).resolves.toBe('nina@fabrikam.com');
  expect(await login()).toBe('nina@fabrikam.com');
});

const readSelected = (): Promise<string> =>
  inPane(async () => {
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

test('methods above the permission of the manifest throw; an internal error is reported', async () => {
  await open();
  expect(await readSelected()).toBe('megan@contoso.com');
  await open('?permission=manifest');
  expect(await readSelected()).toBe("Elevated permission is required to call the method: 'getSelectedItemsAsync'.");
  await open('?several=error');
  expect(await readSelected()).toBe('InternalError');
});

test('a pane that is not pinned keeps its item, and only SelectedItemsChanged is emitted', async () => {
  await open('?pinned=no');
  await inPane(
    () =>
      new Promise<void>((resolve) => {
        const count = (name: string) => () => Object.assign(window, { [name]: true });
        const { mailbox } = Office.context;
        mailbox.addHandlerAsync(Office.EventType.ItemChanged, count('itemChanged'));
        mailbox.addHandlerAsync(Office.EventType.SelectedItemsChanged, count('selectedItemsChanged'), () => resolve());
      }),
  );
  await select('diego@contoso.com');
  await stage.page.waitForFunction(() =>
    document.querySelector('[data-item="diego@contoso.com"][aria-selected="true"]'),
  );
  expect(await readSelected()).toBe('diego@contoso.com');
  expect(await itemId()).toBe('megan@contoso.com');
  expect(await inPane(() => ['itemChanged', 'selectedItemsChanged'].map((name) => name in window))).toEqual([
    false,
    true,
  ]);
});

test.each(['encrypted', 'delivery-report'])('%s: the item stays, without an event', async (item) => {
  await open();
  await select(item);
  expect([await itemId(), await readSelected()]).toEqual(['megan@contoso.com', item]);
});

test('a draft can have no recipients at first', async () => {
  await open('?item=draft&drafts=late');
  expect(await recipients()).toEqual([]);
  await stage.page.waitForFunction(() => performance.now() > 1_000);
  let found = await recipients();
  while (found.length === 0) found = await recipients();
  expect(found).toEqual(['diego@contoso.com']);
});

test('recipients from the address book come without an event', async () => {
  await open('?item=draft');
  await inPane(() => {
    const item = Office.context.mailbox.item as unknown as Office.MessageCompose;
    item.addHandlerAsync(Office.EventType.RecipientsChanged, () => Object.assign(window, { recipientsChanged: true }));
  });
  await stage.page.getByLabel('Add a recipient').fill('lynne@contoso.com');
  await stage.page.getByRole('button', { name: 'Add from address book' }).click();
  expect(await recipients()).toEqual(['diego@contoso.com', 'lynne@contoso.com']);
  expect(await inPane(() => 'recipientsChanged' in window)).toBe(false);
});

interface BridgeResponse {
  readonly success: boolean;
  readonly error?: { readonly status: string; readonly code?: string };
}

/** Sends a token request through the sign-in bridge, as MSAL does. */
const requestToken = (): Promise<BridgeResponse> =>
  inPane(
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

test.each([
  ['persistent', { status: 'PERSISTENT_ERROR' }],
  ['persistentcode', expect.objectContaining({ status: 'PERSISTENT_ERROR', code: 'native_executor_error' }) as object],
])('bridge=%s: every token request fails for good', async (bridge, error) => {
  await open(`?bridge=${bridge}`);
  expect(await requestToken()).toMatchObject({ success: false, error });
});

test.each(['sent', 'sent-to-several', 'sent-from-alias'])(
  '%s is a message from the account to others',
  async (item) => {
    await open(`?item=${item}`);
    const from = await inPane(() => (Office.context.mailbox.item as Office.MessageRead).from.emailAddress);
    expect(from).toBe(item === 'sent-from-alias' ? 'adele.vance@contoso.com' : 'adele@contoso.com');
  },
);

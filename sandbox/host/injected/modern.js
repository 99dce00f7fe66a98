// Adds what the CDN's Office.js has and the npm package (2022) lacks: the theme at the start, the account's ids, and the
// selection of several messages. Shapes from the documentation.
{
  const { window: origin } = document.currentScript.dataset;
  const query = new URLSearchParams(location.search);
  const selectedItemsChanged = 'olkSelectedItemsChanged';
  const handlers = new Set();
  let selected = [];
  let account = { objectId: query.get('oid'), tenantId: query.get('tid'), login: query.get('upn') };

  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== window.parent || from !== origin || !Array.isArray(data?.selectedItems)) return;
    selected = data.selectedItems;
    if (query.get('accounts') !== 'one') account = data.account;
    if (data.isChanged) for (const handler of [...handlers]) handler({ type: selectedItemsChanged });
  });
  window.parent.postMessage({ asksSelectedItems: true }, origin);

  const succeed = (more, value) => setTimeout(more.at(-1), 0, { status: 'succeeded', value });
  const fail = (more, message, name = 'Error', code = 9999) =>
    setTimeout(more.at(-1), 0, { status: 'failed', error: { code, name, message } });

  /** As Office.js does: a method above the add-in's permission throws before it reaches the host. */
  const requireMailboxPermission = (method) => {
    if (query.get('permission') === 'ReadWriteMailbox') return;
    throw new Error(`Elevated permission is required to call the method: '${method}'.`);
  };

  const isPhone = query.get('device') === 'phone';

  const addTheme = (context) => {
    if (isPhone || context.officeTheme !== undefined) return;
    const dark = query.get('theme') === 'dark';
    Object.defineProperty(context, 'officeTheme', {
      value: { bodyBackgroundColor: dark ? '#292929' : '#ffffff', bodyForegroundColor: dark ? '#ffffff' : '#242424' },
    });
  };

  const addAuthContext = (office) => {
    office.auth ??= {};
    office.auth.getAuthContext = async () => ({
      userObjectId: account.objectId,
      tenantId: account.tenantId,
      userPrincipalName: account.login,
      loginHint: account.login,
      authorityType: 'aad',
    });
  };

  const addSelection = (mailbox) => {
    mailbox.getSelectedItemsAsync = (...more) => {
      requireMailboxPermission('getSelectedItemsAsync');
      if (query.get('several') === 'error') {
        return fail(more, 'An internal error has occurred.', 'InternalError', 5001);
      }
      return succeed(
        more,
        selected.map(({ summary }) => summary),
      );
    };
    if (query.get('several') === 'count') return;
    let isLoaded = false;
    mailbox.loadItemByIdAsync = (id, ...more) => {
      requireMailboxPermission('loadItemByIdAsync');
      const one = selected.find(({ summary }) => summary.itemId === id);
      if (isLoaded) return fail(more, 'Another item is still loaded');
      if (!one) return fail(more, 'There is no such item');
      isLoaded = true;
      const unloadAsync = (...last) => {
        isLoaded = false;
        succeed(last);
      };
      return succeed(more, { ...one.loaded, unloadAsync });
    };
  };

  /** An object with some properties replaced; those of Office.js itself are read-only. */
  const override = (target, getters) =>
    Object.create(
      target,
      Object.fromEntries(Object.entries(getters).map(([name, get]) => [name, { get, configurable: true }])),
    );

  /** A host whose item changes without an ItemChanged event for the add-in. */
  const withoutItemChanged = (office) => {
    void office.onReady().then(() => {
      office.context.mailbox.addHandlerAsync(office.EventType.ItemChanged, () => undefined);
    });
    return override(office, { EventType: () => ({ ...office.EventType, ItemChanged: undefined }) });
  };

  /** Adds the event that the npm package's Office.js does not know. */
  const withSelectedItemsChanged = (mailbox) => {
    const addHandlerAsync = (type, handler, ...more) => {
      if (type !== selectedItemsChanged) return mailbox.addHandlerAsync(type, handler, ...more);
      handlers.add(handler);
      return more.length > 0 ? succeed(more) : undefined;
    };
    return override(mailbox, { addHandlerAsync: () => addHandlerAsync });
  };

  /** The profile follows the mailbox of the item that is selected. */
  const withTwoAccounts = (mailbox) => {
    const { userProfile } = mailbox;
    const names = { displayName: () => account.name, emailAddress: () => account.address };
    return override(mailbox, {
      userProfile: () => (account.address === undefined ? userProfile : override(userProfile, names)),
    });
  };

  /** The context with another mailbox; null until Office.js is ready. */
  let completedContext = null;

  /** Replaces the mailbox, and with it the context: properties of the real ones are read-only. */
  const replaceMailbox = (office) => {
    const { context } = office;
    let { mailbox } = context;
    if (query.get('accounts') !== 'one') mailbox = withTwoAccounts(mailbox);
    if (!isPhone) {
      mailbox = withSelectedItemsChanged(mailbox);
      office.EventType.SelectedItemsChanged = selectedItemsChanged;
    }
    completedContext = override(context, { mailbox: () => mailbox, ...(isPhone && { platform: () => 'Android' }) });
    if (!isPhone) addSelection(mailbox);
  };

  const complete = (office) => {
    addTheme(office.context);
    addAuthContext(office);
    replaceMailbox(office);
  };

  // Runs before the add-in's own load listeners of Office.js.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || !target.src.includes('/office.js') || !window.Office) return;
      const office = window.Office;
      const ready = office.onReady;
      // Replaced before the add-in sees it: an add-in may keep the global Office from before it is ready.
      let replaced = override(office, { context: () => completedContext ?? office.context });
      if (query.get('itemChanged') === 'missing') replaced = withoutItemChanged(replaced);
      window.Office = replaced;
      let completed = false;
      office.onReady = async (callback) => {
        const info = await ready();
        if (!completed && office.context.mailbox) complete(office);
        completed = true;
        // The host's part of Office.js sets the global again.
        window.Office = replaced;
        callback?.(info);
        return info;
      };
    },
    true,
  );
}

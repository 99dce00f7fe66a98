// Adds what the CDN's Office.js has and the npm package (2022) lacks: the theme at the start, the account's ids, and
// the selection of several messages. Shapes from the documentation.
{
  const { window: origin } = document.currentScript.dataset;
  const query = new URLSearchParams(location.search);
  let selected = [];

  window.addEventListener('message', ({ source, origin: from, data }) => {
    if (source !== window.parent || from !== origin || !Array.isArray(data?.selectedItems)) return;
    selected = data.selectedItems;
  });
  window.parent.postMessage({ asksSelectedItems: true }, origin);

  const complete = (office) => {
    const { context } = office;
    if (context.officeTheme === undefined) {
      const dark = query.get('theme') === 'dark';
      Object.defineProperty(context, 'officeTheme', {
        value: { bodyBackgroundColor: dark ? '#292929' : '#ffffff', bodyForegroundColor: dark ? '#ffffff' : '#242424' },
      });
    }
    office.auth ??= {};
    office.auth.getAuthContext = async () => ({
      userObjectId: query.get('oid'),
      tenantId: query.get('tid'),
      userPrincipalName: query.get('upn'),
      loginHint: query.get('upn'),
      authorityType: 'aad',
    });
    const { mailbox } = context;
    const answer = (more, value) => setTimeout(more.at(-1), 0, { status: 'succeeded', value });
    const refuse = (more, message) => setTimeout(more.at(-1), 0, { status: 'failed', error: { code: 9999, message } });
    mailbox.getSelectedItemsAsync = (...more) =>
      answer(
        more,
        selected.map(({ summary }) => summary),
      );
    if (query.get('several') === 'count') return;
    let isLoaded = false;
    mailbox.loadItemByIdAsync = (id, ...more) => {
      const one = selected.find(({ summary }) => summary.itemId === id);
      if (isLoaded) return refuse(more, 'Another item is still loaded');
      if (!one) return refuse(more, 'There is no such item');
      isLoaded = true;
      const unloadAsync = (...last) => {
        isLoaded = false;
        answer(last);
      };
      answer(more, { ...one.loaded, unloadAsync });
    };
  };

  /** A host whose item changes without an ItemChanged event for the add-in. */
  const withoutItemChanged = (office) => {
    void office.onReady().then(() => {
      office.context.mailbox.addHandlerAsync(office.EventType.ItemChanged, () => undefined);
    });
    const EventType = { get: () => ({ ...office.EventType, ItemChanged: undefined }) };
    return Object.create(office, { EventType });
  };

  // Runs before the add-in's own load listeners of Office.js.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || !target.src.includes('/office.js') || !window.Office) return;
      const ready = window.Office.onReady;
      let completed = false;
      window.Office.onReady = async (callback) => {
        const info = await ready();
        if (!completed && window.Office.context.mailbox) complete(window.Office);
        completed = true;
        callback?.(info);
        return info;
      };
      if (query.get('itemChanged') === 'missing') window.Office = withoutItemChanged(window.Office);
    },
    true,
  );
}

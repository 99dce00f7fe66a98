// Takes away from Office.js what the first face does without, makes it throw, or gives it another form. Runs after
// `modern.js`, whose global it replaces.
{
  const { mode } = document.currentScript.dataset;
  const faults = {
    missing: () => undefined,
    throwing: () => {
      throw new Error('Not available in this host');
    },
    odd: () => 7,
  };

  /** An object with some properties replaced; those of Office.js itself are read-only. */
  const override = (target, getters) =>
    Object.create(
      target,
      Object.fromEntries(Object.entries(getters).map(([name, get]) => [name, { get, configurable: true }])),
    );
  const without = (target, names) => override(target, Object.fromEntries(names.map((name) => [name, faults[mode]])));

  const events = ['ItemChanged', 'SelectedItemsChanged', 'RecipientsChanged', 'OfficeThemeChanged'];

  const reduce = (office) => {
    const { context } = office;
    const mailbox = without(context.mailbox, [
      'userProfile',
      'diagnostics',
      'addHandlerAsync',
      'removeHandlerAsync',
      'getSelectedItemsAsync',
      'loadItemByIdAsync',
    ]);
    const reduced = without(context, [
      'officeTheme',
      'displayLanguage',
      'contentLanguage',
      'diagnostics',
      'host',
      'platform',
      'requirements',
      'roamingSettings',
    ]);
    return override(without(office, ['auth', 'actions', 'addin']), {
      EventType: () => without(office.EventType, events),
      context: () => override(reduced, { mailbox: () => mailbox }),
    });
  };

  document.addEventListener(
    'load',
    ({ target }) => {
      if (!(target instanceof HTMLScriptElement) || !target.src.includes('/office.js') || !window.Office) return;
      const office = window.Office;
      const ready = office.onReady;
      office.onReady = async (callback) => {
        const info = await ready(callback);
        // The host's part of Office.js has set the global again.
        window.Office = reduce(window.Office);
        return info;
      };
    },
    true,
  );
}

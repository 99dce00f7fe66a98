/** The screens that have a tab, in the order of the tabs. */
export const tabs = ['message', 'mine', 'lookup'] as const;

/** The screens of the pane. */
export const screens = [...tabs, 'settings'] as const;

export type Screen = (typeof screens)[number];

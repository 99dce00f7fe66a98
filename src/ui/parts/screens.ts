/** The screens of the pane, in the order of their tabs. */
export const screens = ['message', 'mine', 'lookup', 'about'] as const;

export type Screen = (typeof screens)[number];

/** The add-in's app registration. The port of the redirect URI differs from one start to the next. */
export const registration = {
  clientId: '5a0d8c1e-0000-4000-8000-00000000c0de',
  redirectHost: 'localhost',
  /** In any folder. */
  redirectPage: '/signin.html',
} as const;

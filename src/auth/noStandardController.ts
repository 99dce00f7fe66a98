/**
 * Stands in the pane for MSAL's `StandardController` (webpack.config.js): sign-in without Outlook's bridge, which the pane
 * never does, since its dialog is a page of its own. MSAL falls back to it where the bridge refuses to connect. A third of
 * MSAL's script hangs on it.
 * @throws Error with the code that MSAL itself has when it runs without a bridge and without an account.
 */
export function StandardController(): never {
  throw Object.assign(new Error('The sign-in bridge refused to connect'), { errorCode: 'no_account_error' });
}

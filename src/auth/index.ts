export type { Owner } from './account';
export {
  InteractionRequiredError,
  PromptBlockedError,
  PromptOpenError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
  WrongAccountError,
  type AuthError,
} from './errors';
export { consentUrl } from './consent';
export { signInPage } from './page';
export { createSignIn, type SignIn } from './source';
export type { Account, Token, TokenRequest, TokenSource } from './tokens';

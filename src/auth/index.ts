export {
  InteractionRequiredError,
  PromptBlockedError,
  PromptOpenError,
  SignInCancelledError,
  SignInFailedError,
  SignInOfflineError,
  SignInTimeoutError,
  TokenError,
  WrongAccountError,
  type AuthError,
} from './errors';
export { parseConsentResult, type ConsentResult } from './consentResult';
export { consentUrl } from './consentUrl';
export { openRedirectSignIn, type RedirectSignIn } from './redirectSignIn';
export { signInPage } from './signInPage';
export { createSignIn, type SignIn } from './createSignIn';
export type { SignInFailure } from './signInFailures';
export type { TokenRequest } from './tokens';

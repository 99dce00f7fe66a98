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
export { consentUrl } from './consentUrl';
export { signInPage } from './signInPage';
export { createSignIn, type SignIn } from './createSignIn';
export type { TokenRequest } from './tokens';

export { openSignInPage, type SignInPageView } from './signInPageView';

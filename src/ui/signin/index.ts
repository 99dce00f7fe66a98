export { openSignInPage } from './signInPageView';

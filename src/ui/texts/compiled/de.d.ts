import type { Messages } from './messages';

declare const messages: Messages;
export default messages;

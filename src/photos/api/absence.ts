import type { AbsenceReason } from './photoService';

/** Codes that mean absence, in lower case: the case of the services' codes varies (`docs/photo-api.md`, no photo). */
const reasons = new Map<string, AbsenceReason>([
  ['imagenotfound', 'notSet'],
  ['erroritemnotfound', 'notSet'],
  ['getuserphoto', 'notSet'],
  ['request_resourcenotfound', 'notInDirectory'],
  ['resourcenotfound', 'notInDirectory'],
  ['errorinvaliduser', 'notInDirectory'],
  ['errornonexistentmailbox', 'noMailbox'],
  ['authenticationerror', 'noMailbox'],
  ['organizationfromtenantguidnotfound', 'noMailbox'],
  ['mailboxnothostedinexchangeonline', 'onPremises'],
  ['mailboxnotenabledforrestapi', 'onPremises'],
]);

/** Codes that mean "not allowed" under a status other than 403. */
const refusals = new Set(['erroraccessdenied', 'authorization_requestdenied', 'nopermissionsinaccesstoken']);

/** What a failed response means: a reason for absence, a refusal, or neither (null). */
export function meaningOf(status: number, code: string, message: string): AbsenceReason | 'refused' | null {
  if (status === 403) return 'refused';
  // An UnknownError wraps the real code in its message.
  const codes = [code, ...(message.match(/[A-Za-z_]+/g) ?? [])].map((word) => word.toLowerCase());
  const wrapped = /^unknownerror$/i.test(code) ? codes : codes.slice(0, 1);
  if (wrapped.some((word) => refusals.has(word))) return 'refused';
  const named = wrapped.map((word) => reasons.get(word)).find(Boolean);
  if (named && status >= 400 && status < 500) return named;
  // Some organizations answer so where an address belongs to a group and not to a user.
  if (status === 422) return 'notInDirectory';
  return status === 404 ? 'notSet' : null;
}

/** Whether no person of the directory was found, so that one of the account's own contacts may have the address. */
export function mayBeContact(reason: AbsenceReason): boolean {
  return reason === 'notInDirectory' || reason === 'noPerson' || reason === 'notFindable';
}

/** Whether the address is known to lead to no single person, so that no photo can be set under it. */
export function isOfNoPerson(reason: AbsenceReason): boolean {
  return mayBeContact(reason) || reason === 'notUnique' || reason === 'contactNotUnique' || reason === 'noAddress';
}

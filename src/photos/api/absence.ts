import type { AbsenceReason } from './service';

/** Codes that mean absence, in lower case: the services write them in any (photo-api.md, "No photo and its relatives"). */
const reasons: Readonly<Record<string, AbsenceReason>> = {
  imagenotfound: 'notSet',
  erroritemnotfound: 'notSet',
  getuserphoto: 'notSet',
  request_resourcenotfound: 'notInDirectory',
  resourcenotfound: 'notInDirectory',
  errorinvaliduser: 'notInDirectory',
  errornonexistentmailbox: 'noMailbox',
  authenticationerror: 'noMailbox',
  organizationfromtenantguidnotfound: 'noMailbox',
  mailboxnothostedinexchangeonline: 'onPremises',
  mailboxnotenabledforrestapi: 'onPremises',
};

/** Codes that mean "not allowed" under a status other than 403. */
const refusals = new Set(['erroraccessdenied', 'authorization_requestdenied', 'nopermissionsinaccesstoken']);

/** What a failing answer means: a reason for absence, a refusal, or neither (null). */
export function meaningOf(status: number, code: string, message: string): AbsenceReason | 'refused' | null {
  if (status === 403) return 'refused';
  // A wrapping UnknownError holds the real code in its text.
  const codes = [code, ...(message.match(/[A-Za-z_]+/g) ?? [])].map((word) => word.toLowerCase());
  const wrapped = /^unknownerror$/i.test(code) ? codes : codes.slice(0, 1);
  if (wrapped.some((word) => refusals.has(word))) return 'refused';
  const named = wrapped.map((word) => reasons[word]).find(Boolean);
  if (named && status >= 400 && status < 500) return named;
  return status === 404 ? 'notSet' : null;
}

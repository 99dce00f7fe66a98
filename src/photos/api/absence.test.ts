import { meaningOf } from './absence';

test.each([
  [404, 'ImageNotFound', '', 'notSet'],
  [404, 'imagenotfound', '', 'notSet'],
  [404, 'ErrorItemNotFound', '', 'notSet'],
  [404, 'GetUserPhoto', "The photo wasn't found.", 'notSet'],
  // A size that does not exist: plain text, no JSON, so no code.
  [404, '', '', 'notSet'],
  [404, 'Request_ResourceNotFound', '', 'notInDirectory'],
  [404, 'ResourceNotFound', '', 'notInDirectory'],
  [404, 'ErrorInvalidUser', '', 'notInDirectory'],
  [404, 'ErrorNonExistentMailbox', '', 'noMailbox'],
  [400, 'AuthenticationError', '', 'noMailbox'],
  [404, 'MailboxNotHostedInExchangeOnline', '', 'onPremises'],
  [400, 'MailboxNotHostedInExchangeOnline', '', 'onPremises'],
  [404, 'MailboxNotEnabledForRESTAPI', '', 'onPremises'],
  [404, 'UnknownError', '{"code":"OrganizationFromTenantGuidNotFound"}', 'noMailbox'],
  [403, 'ErrorAccessDenied', '', 'refused'],
  [403, 'Authorization_RequestDenied', '', 'refused'],
  [403, '', '', 'refused'],
  [400, 'UnknownError', 'NoPermissionsInAccessToken', 'refused'],
  [400, 'BadRequest', 'imagenotfound', null],
  [500, 'ErrorItemNotFound', '', null],
  [503, '', '', null],
])('%i %s %s -> %s', (status, code, message, meaning) => {
  expect(meaningOf(status, code, message)).toBe(meaning);
});

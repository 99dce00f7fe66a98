import { InteractionRequiredError, SignInCancelledError, WrongAccountError } from '../../auth';
import { DeadlineError } from '../../base';
import { PictureUnusableError } from '../../editor';
import { UnreachableError } from '../../http';
import { PermissionError, PictureRefusedError, type Said } from '../../photos';
import { loadWords } from '../words';
import { errorText } from './errorTexts';

const said: Said = { status: 403, code: 'ErrorAccessDenied', requestId: '' };
const megan = { username: 'megan@contoso.com', tenantId: null, objectId: null, addresses: [] };

test('an error has one text while a photo is read and another while it is changed', async () => {
  const words = await loadWords('en');
  const error = new PermissionError(said);
  expect(errorText(error, words, false)).toEqual({
    text: words('trouble.PermissionError'),
    remedy: 'consent',
    label: words('about.consent'),
  });
  expect(errorText(error, words, true).text).toBe(words('trouble.PermissionError.write'));
});

test('an error without a text for changes has the same text in both cases', async () => {
  const words = await loadWords('en');
  const error = new WrongAccountError(megan, 'adele@contoso.com', []);
  const { text } = errorText(error, words, false);
  expect(errorText(error, words, true).text).toBe(text);
  expect(text).toContain('megan@contoso.com');
  expect(text).toContain('adele@contoso.com');
});

test('an error with a reason has a text for each reason', async () => {
  const words = await loadWords('en');
  expect(errorText(new PictureUnusableError('heic'), words, true).text).toBe(words('unusable.heic'));
  const refused = errorText(new PictureRefusedError(said, 'tooSmall'), words, true);
  expect(refused).toMatchObject({ text: words('trouble.PictureRefusedError.tooSmall'), remedy: 'none' });
});

test('the remedy follows the error: sign in, retry, or nothing', async () => {
  const words = await loadWords('en');
  const remedyOf = (error: unknown): string => errorText(error, words, false).remedy;
  expect(remedyOf(new InteractionRequiredError(['User.Read']))).toBe('signIn');
  expect(remedyOf(new SignInCancelledError())).toBe('signIn');
  expect(remedyOf(new UnreachableError())).toBe('retry');
  expect(remedyOf(new PictureUnusableError('empty'))).toBe('none');
});

test('anything else that is thrown has the text for unknown errors, also when its name is the name of a known one', async () => {
  const words = await loadWords('en');
  const unknown = { text: words('trouble.unknown'), remedy: 'retry', label: words('action.retry') };
  expect(errorText(new Error('?'), words, true)).toEqual(unknown);
  expect(errorText('text', words, false)).toEqual(unknown);
  expect(errorText(new DOMException('', 'TimeoutError'), words, false)).toEqual(unknown);
  expect(errorText(new DeadlineError('Outlook', 1), words, false)).toEqual(unknown);
});

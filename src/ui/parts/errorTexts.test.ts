import { InteractionRequiredError, SignInCancelledError, WrongAccountError } from '../../auth';
import { DeadlineError } from '../../base';
import { PictureUnusableError } from '../../editor';
import { ThrottledError, TimeoutError, UnreachableError } from '../../http';
import {
  PermissionError,
  PictureRefusedError,
  ServiceError,
  UnexpectedAnswerError,
  type ResponseSummary,
} from '../../photos';
import { NewVersionError } from '../reload/errors';
import { loadLaterTexts, loadTexts } from '../texts/texts';
import { errorText } from './errorTexts';

const response: ResponseSummary = { status: 403, code: 'ErrorAccessDenied', requestId: '' };
const request = { scopes: ['User.Read'] };
const megan = { name: '', username: 'megan@contoso.com', tenantId: null, objectId: null, addresses: [] };

beforeAll(loadLaterTexts);

test('an error has one text while a photo is read and another while it is changed', async () => {
  const texts = await loadTexts('en');
  const error = new PermissionError(response);
  expect(errorText(error, texts, 'look')).toEqual({
    text: texts('trouble.PermissionError'),
    remedy: 'consent',
    label: texts('action.consent'),
  });
  expect(errorText(error, texts, 'change').text).toBe(texts('trouble.PermissionError.write'));
});

test('an error without a text for changes has the same text in both cases', async () => {
  const texts = await loadTexts('en');
  const error = new WrongAccountError(megan, 'adele@contoso.com', []);
  const { text } = errorText(error, texts, 'look');
  expect(errorText(error, texts, 'change').text).toBe(text);
  expect(text).toContain('megan@contoso.com');
  expect(text).toContain('adele@contoso.com');
});

test('an error with a reason has a text for each reason', async () => {
  const texts = await loadTexts('en');
  expect(errorText(new PictureUnusableError('heic'), texts, 'change').text).toBe(texts('unusable.heic'));
  const psd = new PictureUnusableError('otherKind', { fileKind: 'Photoshop' });
  expect(errorText(psd, texts, 'change').text).toMatch(/^This is a Photoshop file\. .*JPEG/);
  const refused = errorText(new PictureRefusedError(response, 'tooSmall'), texts, 'change');
  expect(refused).toMatchObject({ text: texts('trouble.PictureRefusedError.tooSmall'), remedy: 'none' });
});

test.each([
  [null, 'damaged'],
  [{ type: '', start: '<html>' }, 'page'],
  [{ type: '', start: '\n <!doctype' }, 'page'],
  [{ type: 'text/html; charset=utf-8', start: 'Sign in' }, 'page'],
  [{ type: 'image/jpeg', start: '' }, 'empty'],
  [{ type: 'application/json', start: '{' }, 'other'],
  [{ type: 'text/plain', start: 'Hello' }, 'other'],
] as const)('an answer of %j is named for what it is: %s', async (content, kind) => {
  const texts = await loadTexts('en');
  const { text } = errorText(new UnexpectedAnswerError(response, content), texts, 'look');
  expect(text).toBe(texts(`trouble.UnexpectedAnswerError.${kind}`));
});

test('a long pause is named with its end, a short one is a moment', async () => {
  const texts = await loadTexts('en');
  const tomorrow = Date.now() + 86_400_000;
  expect(errorText(new ThrottledError(tomorrow), texts, 'look').text).toContain(texts.moment(tomorrow));
  expect(errorText(new ThrottledError(Date.now()), texts, 'look').text).toBe(texts('trouble.ThrottledError'));
});

test('the remedy follows the error: sign in, retry, reload, or nothing', async () => {
  const texts = await loadTexts('en');
  const remedyOf = (error: unknown): string => errorText(error, texts, 'look').remedy;
  const answers = [new ServiceError(response), new UnexpectedAnswerError(response, null), new ThrottledError(0)];
  const remedies = {
    signIn: [new InteractionRequiredError(request), new SignInCancelledError('closed', request)],
    retry: [new UnreachableError(), new TimeoutError(), ...answers],
    reload: [new NewVersionError()],
    none: [new PictureUnusableError('empty')],
  };
  for (const [remedy, errors] of Object.entries(remedies)) {
    expect(errors.map(remedyOf)).toEqual(errors.map(() => remedy));
  }
});

test('anything else that is thrown has the text for unknown errors, also when its name is the name of a known one', async () => {
  const texts = await loadTexts('en');
  const unknown = { text: texts('trouble.unknown'), remedy: 'retry', label: texts('action.retry') };
  expect(errorText(new Error('?'), texts, 'change')).toEqual(unknown);
  expect(errorText('text', texts, 'look')).toEqual(unknown);
  expect(errorText(new DOMException('', 'TimeoutError'), texts, 'look')).toEqual(unknown);
  expect(errorText(new DeadlineError('Outlook', 1), texts, 'look')).toEqual(unknown);
});

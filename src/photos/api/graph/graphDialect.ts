import DataLoader from 'dataloader';
import { isTransient, type HttpResponse, type HttpClient } from '../../http';
import { askAuthorized, writer } from '../authorized';
import { graphKey } from '../key';
import type { Speech } from '../reader';
import { readingScopes, writingScopes } from '../scopes';
import type { AccessTokens, PhotoOwner } from '../service';
import { batchTransport } from './batch';

/** Requests in one batch at most (Microsoft Graph, JSON batching). */
const largestBatch = 20;

/** How often a part that failed in passing is asked for, all in all. */
const tries = 3;

/** In place of an answer: ask once more, without the others. */
const alone = Symbol('alone');

interface Question {
  readonly path: string;
  readonly scopes: readonly string[];
  readonly signal: AbortSignal | undefined;
}

/** Microsoft Graph, v1.0 and beta (G1-G4, G8-G10). */
export function graphSpeech(serviceUrl: string, http: HttpClient, accessToken: AccessTokens): Speech {
  const transport = batchTransport(serviceUrl, http);

  const askWith = (
    scopes: readonly string[],
    questions: readonly Question[],
    signal = untilAllGiveUp(questions),
  ): Promise<readonly HttpResponse[]> => {
    const paths = questions.map(({ path }) => path);
    return askAuthorized(transport, accessToken, scopes, paths, signal);
  };

  /** The permission to read others' photos reads mine too. Where it is missing, mine have to be asked for alone. */
  const askTogether = async (
    questions: readonly Question[],
  ): Promise<readonly (HttpResponse | Error | typeof alone)[]> => {
    const theirs = readingScopes('graph', someone);
    const isMine = ({ scopes }: Question): boolean => scopes.join(' ') !== theirs.join(' ');
    const isMixed = questions.some(isMine) && !questions.every(isMine);
    if (!isMixed) return askWith(questions[0]?.scopes ?? theirs, questions);
    const signal = untilAllGiveUp(questions);
    try {
      await accessToken({ scopes: theirs, signal });
      signal.throwIfAborted();
    } catch (error) {
      return questions.map((question) => (isMine(question) ? alone : (error as Error)));
    }
    return askWith(theirs, questions, signal);
  };

  const options = { cache: false, maxBatchSize: largestBatch };
  /** What is asked in one moment is one batch. */
  const together = new DataLoader<Question, HttpResponse | typeof alone>(askTogether, options);
  const mine = new DataLoader<Question, HttpResponse>(
    (questions) => askWith(readingScopes('graph', 'me'), questions),
    options,
  );

  /** Only a part that failed is asked for again; the others of its batch are done. */
  const ask = async (question: Question, round = 1): Promise<HttpResponse> => {
    const { signal } = question;
    signal?.throwIfAborted();
    let answer = await together.load(question);
    signal?.throwIfAborted();
    if (answer === alone) answer = await mine.load(question);
    signal?.throwIfAborted();
    if (!('isPart' in answer) || !isTransient(answer) || round === tries) {
      return round > 1 ? { ...answer, retried: true } : answer;
    }
    await http.waitForRetry(answer, round, signal);
    return ask(question, round + 1);
  };

  return {
    metadataPath: (owner) => `${root(owner)}/photo`,
    photoPath: (owner, size) => (size ? `${root(owner)}/photos/${size}/$value` : `${root(owner)}/photo/$value`),
    sizesPath: (owner) => `${root(owner)}/photos`,
    scopes: (owner) => readingScopes('graph', owner),
    writingScopes: (owner) => writingScopes('graph', owner),
    write: writer(serviceUrl, http, accessToken),
    canRemove: true,
    hidesMissingSizes: /\/beta$/i.test(serviceUrl),
    ask: (path, scopes, signal) => ask({ path, scopes, signal }),
  };
}

/** Anybody but me: all need the same permission. */
const someone = { address: '' };

function root(owner: PhotoOwner): string {
  return owner === 'me' ? '/me' : `/users/${graphKey(owner.address)}`;
}

/** A batch goes on as long as one of its askers still waits. */
function untilAllGiveUp(questions: readonly Question[]): AbortSignal {
  const batch = new AbortController();
  const check = (): void => {
    if (questions.every(({ signal }) => signal?.aborted)) batch.abort(questions[0]?.signal?.reason);
  };
  for (const { signal } of questions) signal?.addEventListener('abort', check, { once: true });
  // Some may have gone before they came in here.
  check();
  return batch.signal;
}

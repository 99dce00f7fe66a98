import DataLoader from 'dataloader';
import type { Answer, Http } from '../../http';
import { askAuthorized, writer } from '../authorized';
import { graphKey } from '../key';
import type { Speech } from '../reader';
import { readingScopes, writingScopes } from '../scopes';
import type { AccessTokens, PhotoOwner } from '../service';
import { batchTransport } from './batch';

/** Requests in one batch at most (Microsoft Graph, JSON batching). */
const largestBatch = 20;

interface Question {
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

/** Microsoft Graph, v1.0 and beta (G1-G4, G8-G10). */
export function graphSpeech(serviceUrl: string, http: Http, accessToken: AccessTokens): Speech {
  const transport = batchTransport(serviceUrl, http);
  const loaders = new Map<string, DataLoader<Question, Answer>>();

  /** One loader for each permission: a missing one must not keep back what another allows. */
  const loaderFor = (scopes: readonly string[]): DataLoader<Question, Answer> => {
    const key = scopes.join(' ');
    const loader =
      loaders.get(key) ??
      new DataLoader<Question, Answer>(
        (questions) => {
          const paths = questions.map(({ path }) => path);
          return askAuthorized(transport, accessToken, scopes, paths, untilAllGiveUp(questions));
        },
        { cache: false, maxBatchSize: largestBatch },
      );
    loaders.set(key, loader);
    return loader;
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
    async ask(path, scopes, signal) {
      signal?.throwIfAborted();
      const answer = await loaderFor(scopes).load({ path, signal });
      signal?.throwIfAborted();
      return answer;
    },
  };
}

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
  return batch.signal;
}

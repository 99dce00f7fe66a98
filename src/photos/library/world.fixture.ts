import { observable } from '../../base';
import type { Account } from '../cache/accountCache';

// The network is simulated: neither a week nor the order of responses can be had from a real one.

export const people = ['ann@x.example', 'bob@x.example', 'cem@x.example', 'dan@x.example'] as const;
export const accounts = ['a@x.example', 'b@x.example'];

interface Pending {
  readonly paths: readonly string[];
  readonly asked: { readonly account: string; readonly number: number };
  answer(response: Response): void;
  fail(): void;
}

/** A simulated service: the version of everyone's photo, and the requests in flight. */
export function world() {
  const versions = new Map<string, number | null>(people.map((who) => [who, 1]));
  const pending: Pending[] = [];
  const account = observable<Account | null>({ address: accounts[0] ?? '', tenantId: null });
  /** The number of the last request that returned a person's metadata: an older picture may still be the right one. */
  const metadataRequests = new Map<string, number>();
  let number = 0;
  let most = 0;

  const fetching = (_url: unknown, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { requests } = JSON.parse(init.body as string) as { requests: { url: string }[] };
      const one: Pending = {
        paths: requests.map(({ url }) => url),
        asked: { account: account.value?.address ?? '', number: ++number },
        answer: (response) => done(() => resolve(response)),
        fail: () => done(() => reject(new TypeError('Failed to fetch'))),
      };
      const done = (settle: () => void): void => {
        if (pending.includes(one)) pending.splice(pending.indexOf(one), 1);
        settle();
      };
      init.signal?.addEventListener('abort', () => done(() => reject(init.signal?.reason as Error)));
      pending.push(one);
      most = Math.max(most, pending.length);
    });

  const part = (path: string, { asked }: Pending): object => {
    const who = people.find((one) => path.includes(encodeURIComponent(one))) ?? '';
    const version = versions.get(who) ?? null;
    if (version === null) return { status: 404, body: { error: { code: 'ImageNotFound' } } };
    if (!path.endsWith('$value')) {
      metadataRequests.set(who, asked.number);
      const etag = `"${version}"`;
      return { status: 200, body: { id: '648x648', width: 648, height: 648, '@odata.mediaEtag': etag } };
    }
    const text = [who, version, asked.account, asked.number].join('|');
    const body = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(text)]).toString('base64');
    return { status: 200, headers: { 'content-type': 'image/jpeg' }, body };
  };

  return {
    account,
    versions,
    pending,
    fetching,
    most: () => most,
    number: () => number,
    lastMetadataRequest: (who: string) => metadataRequests.get(who) ?? 0,
    /** `broken`: the status of the first part. */
    answer: (one: Pending, broken: number | null = null): void => {
      const responses = one.paths.map((path, index) => ({
        id: String(index + 1),
        ...(broken !== null && index === 0 ? { status: broken } : part(path, one)),
      }));
      one.answer(Response.json({ responses }));
    },
  };
}

/** Whose picture it is, the account that requested it, and the number of the request. */
export const originOf = async (picture: Blob): Promise<{ who: string; account: string; number: number }> => {
  const [who = '', , account = '', number] = (await picture.text()).replace(/^[^a-z]*/, '').split('|');
  return { who, account, number: Number(number) };
};

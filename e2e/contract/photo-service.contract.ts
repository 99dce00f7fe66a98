import sharp from 'sharp';
import { createPhotoService, type Photo, type PhotoResult, type PhotoService } from '../../src/photos';
import { audiences } from './audiences';
import { people } from '../support/people';
import { startService, type Service } from '../support/service';

const dialects = [
  ['graph', '/v1.0'],
  ['graph', '/beta'],
  ['outlook', '/api/v2.0'],
  ['outlook', '/api/beta'],
] as const;

let sandbox: Service;
beforeAll(async () => {
  sandbox = await startService();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.control.reset());

async function pixelsOf({ picture }: Photo): Promise<number> {
  return (await sharp(Buffer.from(await picture.arrayBuffer())).metadata()).width;
}

function photo(answer: PhotoResult): Photo {
  if (answer.kind !== 'photo') throw new Error(`A photo was expected: ${JSON.stringify(answer)}`);
  return answer;
}

describe.each(dialects)('%s %s', (dialect, root) => {
  let service: PhotoService;
  let asked: { scopes: readonly string[]; claims?: string; fresh?: boolean }[];

  beforeEach(() => {
    asked = [];
    service = createPhotoService({
      service: dialect,
      serviceUrl: sandbox.origin + root,
      accessToken: async ({ scopes, claims, fresh }) => {
        asked.push({ scopes, ...(claims !== undefined && { claims }), ...(fresh !== undefined && { fresh }) });
        return sandbox.control.token(people.adele.address, scopes.join(' '), audiences[dialect]);
      },
    });
  });

  const requests = async (): Promise<string[]> => (await sandbox.control.log()).map(({ path }) => path);

  test('metadata of my photo describes the largest size, and its eTag keeps the quotes', async () => {
    expect(await service.getMetadata('me')).toMatchObject({
      width: 648,
      height: 648,
      contentType: 'image/jpeg',
      eTag: expect.stringMatching(/^"[0-9A-F]{8}"$/) as string,
    });
    expect(asked[0]?.scopes).toEqual([expect.stringMatching(/User\.Read$/)]);
  });

  test("metadata of another person's photo needs the permission to read others", async () => {
    expect(await service.getMetadata({ address: people.diego.address })).toMatchObject({ width: 240, height: 240 });
    expect(asked[0]?.scopes).toEqual([expect.stringMatching(/User\.ReadBasic\.All$/)]);
  });

  test('a photo is a JPEG, in the largest size unless one is requested', async () => {
    const answer = photo(await service.getPhoto({ address: people.lynne.address }));
    expect(answer.picture.type).toBe('image/jpeg');
    expect(await pixelsOf(answer)).toBe(504);
    expect(answer.metadata?.width).toBe(504);
  });

  test('504x504 requested for 90 pixels -> 96x96 where sizes can be named, else the largest', async () => {
    const answer = photo(await service.getPhoto({ address: people.lynne.address }, { pixels: 90 }));
    expect(await pixelsOf(answer)).toBe(root === '/api/v2.0' ? 504 : 96);
    expect(answer.metadata?.width).toBe(504);
  });

  test('64x64 requested for 120 pixels -> 64x64', async () => {
    expect(await pixelsOf(photo(await service.getPhoto({ address: people.joni.address }, { pixels: 120 })))).toBe(64);
  });

  test('the sizes are listed from the smallest, without those larger than the upload', async () => {
    const sizes = await service.listSizes({ address: people.diego.address });
    expect(Array.isArray(sizes) ? sizes.map(({ width }: { width: number }) => width) : sizes).toEqual(
      root === '/api/v2.0' ? [240] : [48, 64, 96, 120, 240],
    );
  });

  test('an eTag that is current returns "unchanged"', async () => {
    const { metadata } = photo(await service.getPhoto('me'));
    const eTag = metadata?.eTag ?? '';
    expect(await service.getPhoto('me', { eTag })).toEqual({ kind: 'unchanged', metadata });
    expect((await service.getPhoto('me', { eTag: '"other"' })).kind).toBe('photo');
  });

  test.each([
    [people.isaiah.address, 'notSet'],
    [people.olivia.address, 'notInDirectory'],
    ['nobody@contoso.com', 'notInDirectory'],
    [people.nora.address, 'noMailbox'],
    [people.otto.address, 'onPremises'],
    ['/o=ExchangeLabs/ou=Group/cn=Recipients/cn=x', 'noAddress'],
    ['IMCEAEX-_o=ExchangeLabs_cn=x@contoso.com', 'noAddress'],
    [`<${people.megan.address}>`, 'noAddress'],
    ['a b@x.example', 'noAddress'],
  ])('%s has none: %s', async (address, reason) => {
    expect(await service.getPhoto({ address })).toEqual({ kind: 'none', reason });
    expect(await service.getMetadata({ address })).toEqual({ kind: 'none', reason });
  });

  test('a refusal is an error with status, code and request id, without the address', async () => {
    const refused = service.getPhoto({ address: people.frank.address });
    await expect(refused).rejects.toMatchObject({ name: 'PermissionError', status: 403, code: 'ErrorAccessDenied' });
    await expect(refused).rejects.not.toThrow(/frank/);
  });

  test.each([
    "miriam.o'brien@contoso.com",
    people.jurgen.address,
    'PAT+news@contoso.com',
    'grace_partner.example#EXT#@contoso.com',
  ])('%s reaches the right person', async (address) => {
    expect(await service.getMetadata({ address })).toMatchObject({ contentType: 'image/jpeg' });
  });

  test.each(['a%2fb@x.example', 'a/b@x.example', 'a?b=c#d@x.example', '..@x.example', "'drop@x.example"])(
    '%s stays one segment of the path',
    async (address) => {
      expect(await service.getMetadata({ address })).toEqual({ kind: 'none', reason: 'notInDirectory' });
      const path = (await requests()).find((one) => one.endsWith('/photo')) ?? '';
      expect(decodeURIComponent(path)).toContain(dialect === 'graph' ? address : address.replaceAll("'", "''"));
      expect(path.slice(root.length).split('/')).toHaveLength(dialect === 'graph' ? 4 : 3);
    },
  );

  test('a claims challenge is met once, with the decoded claims', async () => {
    await sandbox.control.patch({ faults: [{ effect: { kind: 'claims' }, times: 2 }] });
    expect((await service.getPhoto('me')).kind).toBe('photo');
    expect(asked.some(({ claims }) => claims?.includes('"acrs"'))).toBe(true);
  });

  test('an expired token is replaced once, and the request repeated once', async () => {
    await sandbox.control.patch({ faults: [{ effect: { kind: 'expired' }, times: 1 }] });
    expect(await service.getMetadata('me')).toMatchObject({ width: 648 });
    expect(asked).toEqual([{ scopes: asked[0]?.scopes }, { scopes: asked[0]?.scopes, fresh: true }]);
    expect((await requests()).filter((path) => path.endsWith('/me/photo'))).toHaveLength(2);
  });

  test('a token that is always refused ends after two requests', async () => {
    await sandbox.control.patch({ faults: [{ effect: { kind: 'expired' } }] });
    await expect(service.getMetadata('me')).rejects.toMatchObject({ name: 'SignInRequiredError', status: 401 });
    expect((await requests()).filter((path) => path.endsWith('/me/photo'))).toHaveLength(2);
  });

  test('a throttled read waits for Retry-After and is retried', async () => {
    const effect = { kind: 'status', status: 429, headers: { 'retry-after': '0.1' } };
    await sandbox.control.patch({ faults: [{ effect, times: 1 }] });
    expect(await service.getMetadata('me')).toMatchObject({ width: 648 });
  });

  test('an HTML page is neither photo nor metadata', async () => {
    const effect = { kind: 'status', status: 200, headers: { 'content-type': 'text/html' }, body: '<html>sign in' };
    await sandbox.control.patch({ faults: [{ effect }] });
    await expect(service.getPhoto('me')).rejects.toMatchObject({ name: 'UnexpectedAnswerError' });
  });
});

test('21 people requested in one moment are three batches of at most twenty parts', async () => {
  const service = createPhotoService({
    service: 'graph',
    serviceUrl: `${sandbox.origin}/v1.0`,
    accessToken: ({ scopes }) => sandbox.control.token(people.adele.address, scopes.join(' '), audiences.graph),
  });
  const colleagues = Array.from({ length: 21 }, (_none, index) => ({ address: `colleague${101 + index}@contoso.com` }));
  await Promise.all(colleagues.map((one) => service.getPhoto(one)));
  expect((await sandbox.control.log()).filter(({ path }) => path.endsWith('/$batch'))).toHaveLength(3);
});

describe('a batch', () => {
  const batches = async () => (await sandbox.control.log()).filter(({ path }) => path.endsWith('/$batch'));
  const graph = (refused = ''): PhotoService =>
    createPhotoService({
      service: 'graph',
      serviceUrl: `${sandbox.origin}/v1.0`,
      accessToken: ({ scopes }) =>
        scopes.includes(refused)
          ? Promise.reject(new RangeError('No consent'))
          : sandbox.control.token(people.adele.address, scopes.join(' '), audiences.graph),
    });
  const [megan, diego] = [{ address: people.megan.address }, { address: people.diego.address }];

  test.each([429, 500])('a part that fails with %i does not delay the other parts', async (status) => {
    const effect = { kind: 'status', status, headers: status === 429 ? { 'retry-after': '60' } : {} };
    await sandbox.control.patch({ faults: [{ path: 'diego', effect }] });
    const service = graph();
    const failing = service.getPhoto(diego, { pictureOnly: true }).catch((error: unknown) => (error as Error).name);
    expect((await service.getPhoto(megan)).kind).toBe('photo');
    // Before the first answer came, the failing part had not been asked for again.
    expect(await batches()).toHaveLength(1);
    expect(await failing).toBe(status === 429 ? 'ThrottledError' : 'ServiceError');
  });

  test('my photo shares a batch with others, under the permission that reads both', async () => {
    const service = graph('User.Read');
    const answers = await Promise.all([service.getPhoto('me'), service.getPhoto(megan)]);
    expect(answers.map(({ kind }) => kind)).toEqual(['photo', 'photo']);
    expect(await batches()).toHaveLength(1);
  });

  test('where others may not be read, my photo is still returned', async () => {
    const service = graph('User.ReadBasic.All');
    const theirs = service.getPhoto(megan).catch((error: unknown) => (error as Error).message);
    expect((await service.getPhoto('me')).kind).toBe('photo');
    expect(await theirs).toBe('No consent');
  });

  test('a missing size answered like a missing photo -> the largest size', async () => {
    const body = JSON.stringify({ error: { code: 'ImageNotFound' } });
    const effect = { kind: 'status', status: 404, headers: { 'content-type': 'application/json' }, body };
    await sandbox.control.patch({ faults: [{ path: '120x120', effect }] });
    expect(await pixelsOf(photo(await graph().getPhoto(megan, { pixels: 120 })))).toBe(648);
  });

  test('the summary of a part has a request id', async () => {
    const heard: string[] = [];
    await graph().getMetadata(megan, { onResponse: ({ requestId }) => heard.push(requestId) });
    expect(heard).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });
});

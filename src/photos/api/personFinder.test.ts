import fc from 'fast-check';
import { observable } from '../../base';
import { createPhotoService } from './createPhotoService';
import { graphOf, ownerOf, type MadeUpContact, type MadeUpDirectory, type MadeUpPerson } from './directory.fixture';
import type { TokenAccount } from './person';
import type { PhotoResult, PhotoService } from './photoService';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const domains = ['contoso.com', 'branch.example'];
const outsiders = ['olivia@elsewhere.example', 'unknown@contoso.com'];
const nothingElse = { domains, contacts: [] };

/** People whose logins may be their addresses, with aliases; groups; the first user is the account of the token. */
const directories: fc.Arbitrary<MadeUpDirectory> = fc
  .record({
    people: fc.array(
      fc.record({
        kind: fc.constantFrom('plain', 'otherLogin', 'guest', 'noMail', 'group'),
        domain: fc.constantFrom(...domains),
        aliases: fc.nat(2),
      }),
      { minLength: 1, maxLength: 30 },
    ),
    aliases: fc.constantFrom<MadeUpDirectory['aliases'][]>('visible', 'hidden', 'refused'),
    search: fc.constantFrom<MadeUpDirectory['search'][]>('allowed', 'allowed', 'refused'),
    contacts: fc.array(
      fc.record({
        name: fc.constantFrom('Olivia', 'Paul'),
        folder: fc.constantFrom<MadeUpContact['folder'][]>('default', 'other'),
        addresses: fc.subarray([...outsiders, "p'1@contoso.com", 'a0.2@contoso.com'], { minLength: 1 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ people, aliases, search, contacts }) => ({
    me: 'id-0',
    aliases,
    search,
    domains,
    contacts: contacts.map((one, index) => ({ ...one, id: `id-contact-${index}` })),
    people: people.map(({ kind, domain, aliases: count }, index): MadeUpPerson => {
      const address = `p'${index}@${domain}`;
      const login = kind === 'otherLogin' || kind === 'guest' ? `u${index}@contoso.com` : address;
      return {
        id: `id-${index}`,
        login: kind === 'group' && index > 0 ? null : login,
        mail: kind === 'noMail' ? null : kind === 'guest' ? `g${index}@partner.example` : address,
        aliases: Array.from({ length: count }, (_none, alias) => `a${alias}.${index}@contoso.com`),
      };
    }),
  }));

function accountOf({ people, me }: MadeUpDirectory): TokenAccount {
  const login = people.find(({ id }) => id === me)?.login ?? '';
  return { name: 'Me', username: login, objectId: me, addresses: [login] };
}

interface Settings {
  readonly usesContacts: boolean;
  readonly usesGroups: boolean;
}

function open(
  directory: MadeUpDirectory,
  { usesContacts, usesGroups }: Settings = { usesContacts: false, usesGroups: true },
): { service: PhotoService; graph: ReturnType<typeof graphOf> } {
  const graph = graphOf(directory);
  jest.spyOn(globalThis, 'fetch').mockImplementation(graph.fetching);
  const service = createPhotoService({
    service: 'graph',
    serviceUrl: 'https://photos.example/v1.0',
    accessToken: () => Promise.resolve('token'),
    usesContacts: () => usesContacts,
    usesGroups: () => usesGroups,
    identity: {
      account: observable<TokenAccount | null>(accountOf(directory)),
      requestAccount: () => Promise.resolve(),
    },
  });
  return { service, graph };
}

/** Answers the requests in an order that `choose` decides, until the reads have settled. */
async function settle<T>(
  reads: Promise<T>,
  { pending }: ReturnType<typeof graphOf>,
  choose: (count: number) => number,
): Promise<T> {
  const state = { isSettled: false };
  const done = reads.finally(() => (state.isSettled = true));
  for (let round = 0; round < 500 && !state.isSettled; round++) {
    if (pending.length > 0) pending.splice(choose(pending.length), 1)[0]?.();
    await jest.advanceTimersByTimeAsync(pending.length > 0 ? 1 : 60);
  }
  expect(state.isSettled).toBe(true);
  return done;
}

/** The only contact with an address. */
function contactOf({ contacts }: MadeUpDirectory, address: string): string | null {
  const [first, ...others] = contacts.filter(({ addresses }) => addresses.includes(address));
  return first && others.length === 0 ? first.id : null;
}

const settings = fc.record({ usesContacts: fc.boolean(), usesGroups: fc.boolean(), largeToo: fc.boolean() });

async function pictureOwner(result: PhotoResult): Promise<string | null> {
  return result.kind === 'photo' ? (await result.picture.text()).replace(/^[^i]*/, '') : null;
}

test('the photo is that of the person who owns the address, whatever the directory and the order of answers', async () => {
  await fc.assert(
    fc.asyncProperty(directories, fc.infiniteStream(fc.nat()), settings, async (directory, numbers, chosen) => {
      const { service, graph } = open(directory, chosen);
      const next = (count: number): number => numbers.next().value % count;
      const everyAddress = directory.people.flatMap(({ login, mail, aliases }) => [login, mail, ...aliases]);
      const addresses = [...new Set([...everyAddress, ...outsiders].filter((one) => one !== null))];
      const shuffled = addresses.map((one) => [next(1_000), one] as const).sort(([one], [other]) => one - other);
      const reads = shuffled.map(async ([order, address]) => {
        const pictureOnly = !chosen.largeToo || order % 2 === 0;
        return { address, result: await service.getPhoto({ address }, { pixels: 40, pictureOnly }) };
      });
      for (const { address, result } of await settle(Promise.all(reads), graph, next)) {
        const owner = ownerOf(directory, address);
        const contact = chosen.usesContacts ? contactOf(directory, address) : null;
        const shown = await pictureOwner(result);
        if (shown !== null) expect([owner?.id, contact]).toContain(shown);
        const isSearchable = directory.search === 'allowed' && directory.aliases !== 'refused';
        const isReadable = owner !== undefined && (owner.login !== null || chosen.usesGroups);
        if (isSearchable) expect(shown).toBe(isReadable ? owner.id : contact);
        if (owner && result.kind === 'none') expect(result.reason).not.toBe('notInDirectory');
        if (!isSearchable && result.kind === 'none') expect(result.reason).not.toBe('notInDirectory');
        if (isSearchable && address === outsiders[0] && contact === null && result.kind === 'none') {
          expect(['notInDirectory', 'contactNotUnique']).toContain(result.reason);
        }
        if (owner?.id === directory.me && shown !== null) expect(result.person?.kind).toBe('me');
      }
    }),
    { numRuns: 150 },
  );
});

test('the same person under three addresses is one person, with the name that the search answers anyway', async () => {
  const ivy = { id: 'ivy', login: 'u1@contoso.com', mail: 'ivy@contoso.com', aliases: ['old@contoso.com'] };
  const me = { id: 'me', login: 'me@contoso.com', mail: 'me@contoso.com', aliases: [] };
  const { service, graph } = open({
    people: [me, ivy],
    me: 'me',
    aliases: 'hidden',
    search: 'allowed',
    ...nothingElse,
  });
  const addresses = ['ivy@contoso.com', 'old@contoso.com'];
  const reads = addresses.map((address) => service.getPhoto({ address }, { pixels: 40, pictureOnly: true }));
  const results = await settle(Promise.all(reads), graph, () => 0);
  expect(results.map(({ person }) => person?.id)).toEqual(['ivy', 'ivy']);
  expect(results.map(({ person }) => person?.name)).toEqual(['Name of ivy', 'Name of ivy']);
  expect(results[0]?.person?.addresses).toContain('u1@contoso.com');
});

test('an alias that has moved to another person shows that person after a day, and never a third', async () => {
  const me = { id: 'me', login: 'me@contoso.com', mail: 'me@contoso.com', aliases: [] };
  const directory: MadeUpDirectory = {
    me: 'me',
    aliases: 'hidden',
    search: 'allowed',
    ...nothingElse,
    people: [
      me,
      { id: 'i-ann', login: 'u1@contoso.com', mail: 'ann@contoso.com', aliases: ['desk@contoso.com'] },
      { id: 'i-bob', login: 'u2@contoso.com', mail: 'bob@contoso.com', aliases: [] },
    ],
  };
  const { service, graph } = open(directory);
  const read = (): Promise<PhotoResult> =>
    settle(service.getPhoto({ address: 'desk@contoso.com' }, { pixels: 40, pictureOnly: true }), graph, () => 0);
  expect(await pictureOwner(await read())).toBe('i-ann');
  directory.people.splice(
    1,
    2,
    { id: 'i-ann', login: 'u1@contoso.com', mail: 'ann@contoso.com', aliases: [] },
    { id: 'i-bob', login: 'u2@contoso.com', mail: 'bob@contoso.com', aliases: ['desk@contoso.com'] },
  );
  jest.setSystemTime(Date.now() + 86_400_001);
  expect(await pictureOwner(await read())).toBe('i-bob');
});

test('Read again asks the directory at once', async () => {
  const me = { id: 'me', login: 'me@contoso.com', mail: 'me@contoso.com', aliases: [] };
  const directory: MadeUpDirectory = { people: [me], me: 'me', aliases: 'visible', search: 'allowed', ...nothingElse };
  const { service, graph } = open(directory);
  const read = (again: boolean): Promise<PhotoResult> =>
    settle(service.getPhoto({ address: 'new@contoso.com' }, { pictureOnly: true, again }), graph, () => 0);
  expect(await read(false)).toMatchObject({ reason: 'noPerson' });
  directory.people.push({ id: 'i-new', login: 'u9@contoso.com', mail: 'new@contoso.com', aliases: [] });
  expect(await read(false)).toMatchObject({ reason: 'noPerson' });
  expect(await pictureOwner(await read(true))).toBe('i-new');
});

test('a write never goes to the token’s account under another name', async () => {
  const me = { id: 'me', login: 'me@contoso.com', mail: 'ada@contoso.com', aliases: ['old@contoso.com'] };
  const bo = { id: 'bo', login: 'u1@contoso.com', mail: 'bo@contoso.com', aliases: ['b@contoso.com'] };
  const info = { id: 'info', login: 'info@contoso.com', mail: 'info@contoso.com', aliases: [] };
  const targets = new Map<string, string | undefined>();
  for (const address of [
    'me@contoso.com',
    'ada@contoso.com',
    'old@contoso.com',
    'bo@contoso.com',
    'b@contoso.com',
    'info@contoso.com',
  ]) {
    const { service, graph } = open({
      people: [me, bo, info],
      me: 'me',
      aliases: 'hidden',
      search: 'allowed',
      ...nothingElse,
    });
    jest.spyOn(globalThis, 'fetch').mockImplementation(((url: string, init: RequestInit) => {
      if (init.method !== 'PUT') return graph.fetching(url, init);
      targets.set(address, new URL(url).pathname);
      return Promise.resolve(new Response(null, { status: 200 }));
    }) as typeof fetch);
    await settle(service.setPhoto({ address }, new Blob(['x'], { type: 'image/jpeg' })), graph, () => 0);
  }
  expect([...targets]).toEqual([
    ['me@contoso.com', '/v1.0/me/photo/$value'],
    ['ada@contoso.com', '/v1.0/me/photo/$value'],
    ['old@contoso.com', '/v1.0/me/photo/$value'],
    ['bo@contoso.com', '/v1.0/users/bo/photo/$value'],
    ['b@contoso.com', '/v1.0/users/bo/photo/$value'],
    ['info@contoso.com', '/v1.0/users/info%40contoso.com/photo/$value'],
  ]);
});

test('the other addresses of a contact stay those of their colleagues', async () => {
  const me = { id: 'me', login: 'me@contoso.com', mail: 'me@contoso.com', aliases: [] };
  const ivy = { id: 'ivy', login: 'u1@contoso.com', mail: 'ivy@contoso.com', aliases: [] };
  const contact = {
    id: 'i-contact',
    name: 'Ivy',
    addresses: ['ivy@home.example', 'ivy@contoso.com'],
    folder: 'other',
  } as const;
  const directory: MadeUpDirectory = {
    ...{ people: [me, ivy], me: 'me', aliases: 'hidden', search: 'allowed', domains },
    contacts: [contact],
  };
  const { service, graph } = open(directory, { usesContacts: true, usesGroups: false });
  const read = (address: string): Promise<PhotoResult> =>
    settle(service.getPhoto({ address }, { pixels: 40, pictureOnly: true }), graph, () => 0);
  const atHome = await read('ivy@home.example');
  expect(atHome.person).toMatchObject({ kind: 'contact', name: 'Ivy', addresses: ['ivy@home.example'] });
  expect(await pictureOwner(atHome)).toBe('i-contact');
  expect(await pictureOwner(await read('ivy@contoso.com'))).toBe('ivy');
});

test('a colleague without a mail address comes before a contact with that address, where logins are no addresses', async () => {
  const others = Array.from({ length: 6 }, (_none, index): MadeUpPerson => {
    const mail = `p${index}@contoso.com`;
    return { id: `id-${index}`, login: `u${index}@branch.example`, mail, aliases: [] };
  });
  const shy = { id: 'id-shy', login: 'shy@contoso.com', mail: null, aliases: [] };
  const contact = { id: 'id-contact', name: 'Shy', folder: 'default', addresses: [shy.login] } as const;
  const { service, graph } = open(
    { me: 'id-0', aliases: 'visible', search: 'allowed', domains, people: [...others, shy], contacts: [contact] },
    { usesContacts: true, usesGroups: false },
  );
  const ownerOfPhotoOf = async (address: string): Promise<string | null> =>
    pictureOwner(await settle(service.getPhoto({ address }), graph, () => 0));
  for (const { mail, id } of others.slice(1)) expect(await ownerOfPhotoOf(mail ?? '')).toBe(id);
  expect(await ownerOfPhotoOf(shy.login)).toBe('id-shy');
});

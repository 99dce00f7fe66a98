/** A user or group of a made-up directory. */
export interface MadeUpPerson {
  readonly id: string;
  /** Null for a group. */
  readonly login: string | null;
  readonly mail: string | null;
  readonly aliases: readonly string[];
}

/** How a made-up directory answers. */
export interface MadeUpDirectory {
  readonly people: MadeUpPerson[];
  /** Id of the account of the token. */
  readonly me: string;
  /** `hidden`: aliases are left out of results. `refused`: they cannot be searched. */
  readonly aliases: 'visible' | 'hidden' | 'refused';
  readonly search: 'allowed' | 'refused';
  /** The domains of the organization. */
  readonly domains: readonly string[];
  readonly contacts: readonly MadeUpContact[];
}

/** One of the account's contacts, in the default folder or in another. */
export interface MadeUpContact {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
  readonly folder: 'default' | 'other';
}

interface Part {
  readonly id: string;
  readonly url: string;
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The user who has an address, by login name, mail or alias. */
export function ownerOf({ people }: MadeUpDirectory, address: string): MadeUpPerson | undefined {
  return people.find(({ login, mail, aliases }) =>
    [login, mail, ...aliases].some((one) => one !== null && same(one, address)),
  );
}

/** Microsoft Graph over a made-up directory; the bytes of a picture hold the id of its owner. Responses wait for the test. */
export function graphOf(directory: MadeUpDirectory) {
  const pending: (() => void)[] = [];
  const sizes: number[] = [];
  const fetching = (_url: unknown, init: RequestInit = {}): Promise<Response> =>
    new Promise((resolve) => {
      const { requests } = JSON.parse(init.body as string) as { requests: readonly Part[] };
      sizes.push(requests.length);
      pending.push(() => {
        const responses = requests.map(({ id, url }) => ({ id, ...answerTo(directory, url) }));
        resolve(Response.json({ responses }));
      });
    });
  return { pending, sizes, fetching };
}

function answerTo(directory: MadeUpDirectory, url: string): object {
  const [path = '', query = ''] = url.split('?');
  const parameters = new URLSearchParams(query);
  const fields = fieldsIn(parameters);
  if (path === '/me') {
    return { status: 200, body: rowOf(directory, byId(directory, directory.me), { isOwn: true, fields }) };
  }
  if (path === '/organization') {
    const verifiedDomains = directory.domains.map((name) => ({ name }));
    return { status: 200, body: { value: [{ verifiedDomains }] } };
  }
  if (path === '/me/contactFolders') return { status: 200, body: { value: [{ id: 'other' }] } };
  if (path === '/me/contacts') return searchContacts(directory, 'default', parameters);
  if (path === '/me/contactFolders/other/contacts') return searchContacts(directory, 'other', parameters);
  if (path.startsWith('/me/contacts/')) return photoOf(decodeURIComponent(path.split('/')[3] ?? ''), path);
  if (path === '/users' || path === '/groups') return search(directory, path === '/groups', parameters);
  const [, kind = '', key = ''] = path.split('/');
  const wanted = decodeURIComponent(key);
  const person =
    kind === 'me'
      ? byId(directory, directory.me)
      : directory.people.find(({ id, login }) => id === wanted || (login !== null && same(login, wanted)));
  const isGroup = person?.login === null;
  if (!person || isGroup !== (kind === 'groups'))
    return { status: 404, body: { error: { code: 'Request_ResourceNotFound' } } };
  return photoOf(person.id, path);
}

function photoOf(id: string, path: string): object {
  if (!path.endsWith('$value')) return { status: 200, body: { id: '648x648', width: 648, height: 648 } };
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(id)]);
  return { status: 200, headers: { 'content-type': 'image/jpeg' }, body: picture.toString('base64') };
}

function searchContacts(
  { contacts }: MadeUpDirectory,
  folder: MadeUpContact['folder'],
  parameters: URLSearchParams,
): object {
  const wanted = textOf(/eq '((?:[^']|'')*)'/.exec(parameters.get('$filter') ?? '') ?? ['']);
  const found = contacts.filter((one) => one.folder === folder && one.addresses.some((own) => same(own, wanted)));
  return { status: 200, body: { value: found.map(({ id, name }) => ({ id, displayName: name })) } };
}

function search(directory: MadeUpDirectory, groups: boolean, parameters: URLSearchParams): object {
  const filter = parameters.get('$filter') ?? '';
  if (directory.search === 'refused') return { status: 403, body: { error: { code: 'Authorization_RequestDenied' } } };
  if (directory.aliases === 'refused' && filter.includes('proxyAddresses')) {
    return { status: 400, body: { error: { code: 'Request_UnsupportedQuery' } } };
  }
  const mails = [...(/mail in \(([^)]*)\)/.exec(filter)?.[1] ?? '').matchAll(/'((?:[^']|'')*)'/g)].map(textOf);
  const proxies = [...filter.matchAll(/p eq '((?:[^']|'')*)'/g)].map(textOf);
  const found = directory.people.filter((person) => {
    if ((person.login === null) !== groups) return false;
    const own = proxiesOf(person);
    return (
      mails.some((one) => person.mail !== null && same(one, person.mail)) || proxies.some((one) => own.includes(one))
    );
  });
  return {
    status: 200,
    body: { value: found.map((person) => rowOf(directory, person, { isOwn: false, fields: fieldsIn(parameters) })) },
  };
}

function textOf([, text = '']: readonly string[]): string {
  return text.replaceAll("''", "'");
}

function proxiesOf({ mail, aliases }: MadeUpPerson): readonly string[] {
  return [...(mail === null ? [] : [`SMTP:${mail}`]), ...aliases.map((one) => `smtp:${one}`)];
}

function fieldsIn(parameters: URLSearchParams): readonly string[] {
  return parameters.get('$select')?.split(',') ?? [];
}

/** The fields that were asked for. */
function rowOf(
  { aliases }: MadeUpDirectory,
  person: MadeUpPerson | undefined,
  { isOwn, fields }: { readonly isOwn: boolean; readonly fields: readonly string[] },
): object {
  if (!person) return {};
  const { id, login, mail } = person;
  const visible = isOwn || aliases === 'visible';
  const row = {
    ...{ id, displayName: `Name of ${id}`, mail, userPrincipalName: login },
    ...(visible && { proxyAddresses: proxiesOf(person) }),
  };
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}

function byId({ people }: MadeUpDirectory, wanted: string): MadeUpPerson | undefined {
  return people.find(({ id }) => id === wanted);
}

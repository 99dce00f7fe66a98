import { ThrottledError } from '../http';
import { PermissionError, ServiceError, type PhotoOwner } from '../photos';
import { Organization } from './organization';

// Two people, and groups in two pages.

const root = 'https://graph.example/v1.0';
const refused = { status: 403, code: 'Authorization_RequestDenied', requestId: '' };

type Json = Readonly<Record<string, unknown>>;

const ofPeople: Json = { value: [{ id: 'a', userPrincipalName: 'a@contoso.com' }, { id: 'b' }] };
const ofGroups: readonly Json[] = [
  { value: [{ id: 'g' }], '@odata.nextLink': `${root}/groups?page=2` },
  { value: [{ id: 'h' }] },
];

function open({ groups, answers = ofGroups }: { groups: boolean; answers?: readonly (Json | Error)[] }) {
  const asked: string[] = [];
  const headers: unknown[] = [];
  const owners: PhotoOwner[] = [];
  const left = [...answers];
  const service = {
    getMetadata: (owner: PhotoOwner) => {
      owners.push(owner);
      return Promise.resolve({ kind: 'none', reason: 'notSet' } as const);
    },
    endPauses: () => undefined,
  };
  const read = (url: string, _signal: AbortSignal, more?: object): Promise<Json> => {
    asked.push(url);
    headers.push(more);
    const answer = url.includes('/groups') ? left.shift() : ofPeople;
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer ?? {});
  };
  return { organization: new Organization({ service, read, serviceUrl: root, groups }), asked, headers, owners };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(5_000);

test('groups follow the people, page by page, and their states are read by their own ids', async () => {
  const { organization, asked, headers, owners } = open({ groups: true });
  await settle();
  const { people, read, isListed, lacksGroups } = organization.overview.value;
  expect(people.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['a member', 'b member', 'g group', 'h group']);
  expect({ read, isListed, lacksGroups }).toEqual({ read: 4, isListed: true, lacksGroups: false });
  expect(owners).toEqual([{ address: 'a' }, { address: 'b' }, { groupId: 'g' }, { groupId: 'h' }]);
  expect(decodeURIComponent(asked[1] ?? '')).toMatch(
    /\/groups\?\$select=[\w,]+&\$filter=groupTypes\/any\(c:c eq 'Unified'\)&\$orderby=displayName&\$count=true&/,
  );
  const eventual = { ConsistencyLevel: 'eventual' };
  expect(headers).toEqual([undefined, eventual, eventual]);
});

test('where groups are not asked for, none is requested', async () => {
  const { organization, asked } = open({ groups: false });
  await settle();
  expect(asked).toHaveLength(1);
  expect(organization.overview.value).toMatchObject({ read: 2, isListed: true, lacksGroups: false });
});

test.each([new PermissionError(refused), new ServiceError({ ...refused, status: 400 })])(
  'groups that may not be listed leave the people as they are: %s',
  async (error) => {
    const { organization, asked } = open({ groups: true, answers: [error] });
    await settle();
    expect(asked).toHaveLength(2);
    expect(organization.overview.value).toMatchObject({ read: 2, isListed: true, lacksGroups: true, problem: null });
  },
);

test('a pause and a failure of the service are waited for and gone on with', async () => {
  const answers = [new ThrottledError(Date.now() + 2_000), new ServiceError({ ...refused, status: 500 }), ...ofGroups];
  const { organization } = open({ groups: true, answers });
  await settle();
  expect(organization.overview.value).toMatchObject({ isListed: false, lacksGroups: false });
  expect(organization.overview.value.problem?.error).toBeInstanceOf(ServiceError);
  organization.retry();
  await settle();
  expect(organization.overview.value).toMatchObject({ read: 4, isListed: true, problem: null });
});

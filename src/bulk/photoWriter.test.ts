import { observable } from '../base';
import { BulkService, jpeg, people } from './bulkService.fixture';
import { createPhotoWriter } from './photoWriter';

const [person] = people(1);
if (!person) throw new Error('No person');

function writerOf(service: BulkService) {
  const account = observable<{ address: string; tenantId: null } | null>({
    address: 'admin@contoso.com',
    tenantId: null,
  });
  const removed: string[] = [];
  const of = (owner: 'me' | { readonly address: string }) => ({
    find: () => Promise.resolve(null),
    save: () => Promise.resolve(),
    remove: () => Promise.resolve(void removed.push(owner === 'me' ? owner : owner.address)),
  });
  const writer = createPhotoWriter(service.service(), { account, of }, () => Promise.reject(new Error('No decoder')));
  return { writer, account, removed };
}

const onBefore = (): Promise<void> => Promise.resolve();

test('a photo is written for the object id, and the cache forgets every address of the person', async () => {
  const service = new BulkService();
  const { writer, removed } = writerOf(service);
  await expect(writer.write(person, jpeg('a'), { onBefore })).resolves.toMatchObject({ proven: true });
  expect([...service.stored]).toEqual([[person.id, 1]]);
  expect(removed).toEqual([person.id, person.userPrincipalName]);
});

test('the photo of a group is written for the group', async () => {
  const service = new BulkService();
  const { writer } = writerOf(service);
  const group = { ...person, kind: 'group' } as const;
  await expect(writer.write(group, jpeg('a'), { onBefore })).resolves.toMatchObject({ proven: true });
  await expect(writer.read(group)).resolves.toMatchObject({ kind: 'photo' });
  expect([...service.stored]).toEqual([[`group ${person.id}`, 1]]);
  await expect(writer.read(person)).resolves.toMatchObject({ kind: 'none' });
});

test('after a change of the account nothing is written', async () => {
  const service = new BulkService();
  const { writer, account } = writerOf(service);
  account.set({ address: 'other@contoso.com', tenantId: null });
  await expect(writer.write(person, jpeg('a'), { onBefore })).rejects.toThrow('account');
  expect(service.requests).toBe(0);
});

import { observable } from '../base';
import type { Selection } from './mailbox';
import { followMailboxOwner } from './mailboxOwner';

/** A host whose account the test changes. */
function host() {
  const userProfile = { displayName: 'Adele', emailAddress: 'adele@contoso.com' };
  const answers: ((ids: { tenantId: string; userObjectId: string }) => void)[] = [];
  const auth = { getAuthContext: () => new Promise((resolve) => answers.push(resolve)) };
  const selection = observable<Selection>({ kind: 'unknown' });
  const office = { auth, context: { mailbox: { userProfile } } } as unknown as typeof Office;
  const owner = followMailboxOwner(office, selection);
  const select = (change: Partial<typeof userProfile> = {}): void => {
    Object.assign(userProfile, change);
    selection.set({ kind: 'nothing' });
    selection.set({ kind: 'unknown' });
  };
  const answer = async (userObjectId: string): Promise<void> => {
    for (const resolve of answers.splice(0)) resolve({ tenantId: `t-${userObjectId}`, userObjectId });
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { owner, select, answer, answers };
}

test('another mailbox has no ids until they were asked for again', async () => {
  const { owner, select, answer } = host();
  await answer('a');
  expect(owner.me.value).toMatchObject({ address: 'adele@contoso.com', tenantId: 't-a', objectId: 'a' });
  select({ displayName: 'Nina', emailAddress: 'nina@fabrikam.com' });
  expect(owner.me.value).toEqual({ name: 'Nina', address: 'nina@fabrikam.com', tenantId: null, objectId: null });
  const identified = owner.identified();
  await answer('n');
  await identified;
  expect(owner.me.value).toMatchObject({ tenantId: 't-n', objectId: 'n' });
});

test('ids that come after the mailbox has changed are not taken for those of the new one', async () => {
  const { owner, select, answers } = host();
  select({ displayName: 'Nina', emailAddress: 'nina@fabrikam.com' });
  const [first] = answers;
  first?.({ tenantId: 't-a', userObjectId: 'a' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(owner.me.value).toMatchObject({ address: 'nina@fabrikam.com', objectId: null });
});

test('a selection in the same mailbox keeps the ids, and notices another account', async () => {
  const { owner, select, answer } = host();
  await answer('a');
  select();
  expect(owner.me.value?.objectId).toBe('a');
  await answer('b');
  expect(owner.me.value?.objectId).toBe('b');
});

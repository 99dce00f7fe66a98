import fc from 'fast-check';
import { ConcurrencyLimit } from './concurrencyLimit';

test('operations start in order, at most so many at once, and each ends as it ended, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.boolean(), { maxLength: 12 }),
      async (scheduler, most, outcomes) => {
        const limit = new ConcurrencyLimit(most);
        const started: number[] = [];
        let [running, highest] = [0, 0];
        const run = (isGood: boolean, index: number): Promise<number> =>
          limit.run(async () => {
            started.push(index);
            highest = Math.max(highest, ++running);
            await scheduler.schedule(Promise.resolve());
            running--;
            if (!isGood) throw new RangeError();
            return index;
          });
        const all = Promise.allSettled(outcomes.map(run));
        await scheduler.waitFor(all);
        expect((await all).map(({ status }) => status === 'fulfilled')).toEqual(outcomes);
        expect(started).toEqual(outcomes.map((_, index) => index));
        expect(highest).toBeLessThanOrEqual(most);
      },
    ),
  );
});

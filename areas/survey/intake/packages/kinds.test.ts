import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../../database/transaction.ts';
import { newId } from '../../../../kernel/clock.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { TestHouse } from '../../../../test/house.ts';
import { reportContent, reportPackage } from '../../content/schema.ts';
import type { Accepted } from '../../exchange/index.ts';
import { INTAKE_KINDS } from './kinds.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

const value = <V>(given: V) => ({ is: 'value' as const, value: given });
const content = (more: object = {}) =>
  reportContent.parse({
    operator: { name: '東西電力' },
    sector: value('power'),
    eventType: value('unavailable'),
    times: { noticed: value({ at: '2026-01-05T09:00:00+09:00' }) },
    ...more,
  });

test('a report taken twice at once is one; a version out of its turn and one that lacks what is needed are refused', async () => {
  const orgId = await house.organisation();
  const ctx = house.system(orgId);
  const [report] = INTAKE_KINDS;
  const peer = { id: newId(), name: '東西電力', publicKey: Buffer.alloc(32) };
  const ref = newId();
  const take = (version = 1, more: object = {}, of = ref) =>
    inTransaction(ctx, async (tx) => {
      const payload = reportPackage.parse({
        ref: of,
        stage: version === 1 ? 'first' : 'followUp',
        version,
        submittedAt: ctx.now.toString(),
        sender: '佐藤',
        content: content(more),
      });
      // Its envelope was looked at before; a kind gets what it says and from whom.
      await report?.accept(tx, { payload, peer, via: null } as unknown as Accepted, {
        kinds: {},
        refusing: new Map(),
        via: null,
      });
    });
  await expect(take(2)).rejects.toMatchObject({ code: 'conflict' });
  await expect(take(1, { sector: { is: 'notKnown' } })).rejects.toMatchObject({ code: 'invalid' });
  await asItWas(house.clone, orgId, () => take());
  await take();
  const again = () => take(2, { outline: value('約300台') });
  expect(await race(house.clone, [orgId], again, again)).toEqual({ won: 1, lost: ['conflict'] });
  const rows = await house.clone.query<{ number: number; version: number }>(
    'SELECT number, version FROM sonae.survey_report WHERE org_id = $1',
    [orgId],
  );
  expect(rows).toEqual([{ number: 1, version: 2 }]);
});

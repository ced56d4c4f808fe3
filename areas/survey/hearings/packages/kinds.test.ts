import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../../database/transaction.ts';
import { newId } from '../../../../kernel/clock.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { heard, surveyed } from '../../../../test/hearing-room.ts';
import { TestHouse } from '../../../../test/house.ts';
import type { Accepted } from '../../exchange/index.ts';
import { lookAtHearing } from '../look-at-hearing.ts';
import { setMinutesPeer } from './index.ts';
import { HEARING_KINDS } from './kinds.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

test('what comes twice of the minutes is said once, of whoever was sent them alone; they are confirmed once', async () => {
  const { orgId, ctx, eventId } = await surveyed(house);
  const id = await heard(ctx, eventId);
  const peerId = newId();
  await inTransaction(ctx, (tx) => setMinutesPeer(tx.sql, id, peerId));
  const { edition } = await lookAtHearing(ctx, id);
  const take = (more: object, from = peerId) =>
    inTransaction(house.system(orgId), async (tx) => {
      const [kind] = HEARING_KINDS;
      const said = { ref: id, edition, by: '山田', confirm: false, comments: [], ...more };
      // Its envelope was looked at before; a kind gets what it says and from whom.
      const accepted = {
        payload: kind?.payload.parse(said),
        peer: { id: from, name: '東西電力' },
        via: null,
      };
      await kind?.accept(tx, accepted as unknown as Accepted, { kinds: {}, refusing: new Map(), via: null });
    });
  const comments = [{ id: newId(), kind: 'view', number: 1, text: '判断は妥当だった' }];
  const view = () => take({ comments });
  await expect(take({ comments }, newId())).rejects.toMatchObject({ code: 'not-found' });
  await asItWas(house.clone, orgId, view);
  expect(await race(house.clone, [orgId], view, view)).toEqual({ won: 2, lost: [] });
  expect((await lookAtHearing(ctx, id)).comments).toHaveLength(1);
  await expect(take({ comments: [{ ...comments[0], id: newId(), number: 9 }] })).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(take({ confirm: true, edition: edition + 1 })).rejects.toMatchObject({ code: 'conflict' });
  const confirm = () => take({ confirm: true });
  await asItWas(house.clone, orgId, confirm);
  expect(await race(house.clone, [orgId], confirm, confirm)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await lookAtHearing(ctx, id)).toMatchObject({ confirmedBy: '山田' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../../../database/transaction.ts';
import { permit } from '../../../kernel/permit.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { removePerson } from '../offboarding/remove-person.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { answerSwap } from './answer-swap.ts';
import { askSwap } from './ask-swap.ts';
import { withdrawSwapsOf } from './withdraw-swaps.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T00:00:00Z') });
});
afterAll(() => house.close());

test('who leaves is asked for nothing any more: agreed to at that moment, the turn falls back to the rotation', async () => {
  const orgId = await house.organisation();
  await house.person(orgId, ['administrator'], `d-${orgId}@x.jp`);
  const [a, b] = [
    await house.person(orgId, ['responder'], `a-${orgId}@x.jp`),
    await house.person(orgId, ['commander'], `b-${orgId}@x.jp`),
  ];
  const layer = { name: '一次', from: '09:00', until: '09:00', start: '2026-06-08', members: [{ personId: a }] };
  await keepEntry(house.system(orgId), 'rosters', 0, { key: 'duty', name: '当番', layers: [layer] });
  const swap = { roster: 'duty', layer: 0, note: '', takerId: b };
  const asked = (day: string) =>
    askSwap(house.as(orgId, a, ['responder']), { ...swap, from: `2026-06-${day}T09:00`, until: `2026-06-${day}T18:00` });
  const { id } = await asked('12');
  await asked('14');
  const states = () =>
    house.clone.query<{ state: string }>('SELECT state FROM duty_swap WHERE org_id = $1 ORDER BY from_time', [orgId]);
  const withdraw = () =>
    inTransaction(house.system(orgId), async (tx) => {
      permit(tx.ctx, 'person.manage');
      await withdrawSwapsOf(tx, b);
    });
  await asItWas(house.clone, orgId, withdraw);
  const { lost } = await race(
    house.clone,
    [orgId],
    () => answerSwap(house.as(orgId, b, ['responder']), id, 'agree'),
    () => removePerson(house.system(orgId), b),
  );
  expect(lost.every((code) => code === 'conflict')).toBe(true);
  const [first, second] = await states();
  expect(['agreed', 'withdrawn']).toContain(first?.state);
  expect(second?.state).toBe('withdrawn');
}); // biome-ignore format: at one look

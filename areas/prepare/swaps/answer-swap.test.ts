import { afterAll, beforeAll, expect, test } from 'vitest';
import { asItWas, race } from '../../../test/acts.ts';
import { StoryClock } from '../../../test/clock.ts';
import { TestHouse } from '../../../test/house.ts';
import { keepEntry } from '../register-kinds/keep-entry.ts';
import { answerSwap } from './answer-swap.ts';
import { askSwap } from './ask-swap.ts';

let house: TestHouse;
beforeAll(async () => {
  // A Wednesday morning in Tokyo.
  house = await TestHouse.open({ clock: new StoryClock('2026-06-10T00:00:00Z') });
});
afterAll(() => house.close());

async function staffed() {
  const orgId = await house.organisation();
  const [giver, taker, other] = [
    await house.person(orgId, ['responder']),
    await house.person(orgId, ['responder']),
    await house.person(orgId, ['responder']),
  ];
  const as = (id: string) => house.as(orgId, id, ['responder']);
  const layer = {
    name: '一次',
    from: '09:00',
    until: '09:00',
    start: '2026-06-08',
    members: [giver, taker].map((personId) => ({ personId })),
  };
  await keepEntry(house.system(orgId), 'rosters', 0, { key: 'duty', name: '当番', layers: [layer] });
  const turn = { roster: 'duty', layer: 0, from: '2026-06-12T09:00', until: '2026-06-13T09:00', note: '' };
  const ask = async (takerId: string) => (await askSwap(as(giver), { ...turn, takerId })).id;
  return {
    giver,
    taker,
    other,
    ask,
    answer: (by: string, id: string, answer: 'agree' | 'decline' | 'withdraw') =>
      answerSwap(as(by), id, answer),
    race: (...acts: (() => Promise<unknown>)[]) => race(house.clone, [orgId], ...acts),
    asItWas: (act: () => Promise<unknown>) => asItWas(house.clone, orgId, act),
    overrides: async () =>
      (
        await house.clone.query<{ person: string }>(
          `SELECT o->>'personId' AS person FROM register_entry, json_array_elements((entry->'overrides')::json) AS o
            WHERE org_id = $1 AND register = 'rosters'`,
          [orgId],
        )
      ).map(({ person }) => person),
  };
}

test('agreed to and withdrawn at once, one of the two holds, and the roster says the same', async () => {
  const { giver, taker, other, ask, answer, race, asItWas, overrides } = await staffed();
  const id = await ask(taker);
  await expect(answer(other, id, 'agree')).rejects.toMatchObject({ code: 'not-found' });
  await asItWas(() => answer(taker, id, 'agree'));
  const asked = () => answer(taker, id, 'agree');
  expect(await race(asked, () => answer(giver, id, 'withdraw'))).toEqual({ won: 1, lost: ['conflict'] });
  expect([[], [taker]]).toContainEqual(await overrides());
});

test('one turn that two were asked for is taken by one of them', async () => {
  const { taker, other, ask, answer, race, overrides } = await staffed();
  const [first, second] = [await ask(taker), await ask(other)];
  expect(
    await race(
      () => answer(taker, first, 'agree'),
      () => answer(other, second, 'agree'),
    ),
  ).toEqual({
    won: 1,
    lost: ['conflict'],
  });
  expect(await overrides()).toHaveLength(1);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { handEvidence, keepEvidence } from './keep-evidence.ts';
import { openHypothesis, settleHypothesis, timeOutHypothesis } from './presume.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function staffed() {
  const room = await IncidentRoom.open(house);
  const open = (cyber = false) =>
    openHypothesis(room.as('responder'), room.incidentId, { text: '設定の誤り', cyber, minutes: 60 });
  return {
    room,
    open,
    settle: (id: string, by: 'responder' | 'commander' = 'responder', outcome = '確認') =>
      settleHypothesis(room.as(by), id, { state: 'excluded', certainty: 'likely', outcome }),
    timeOut: (hypothesisId: string) => room.within((tx) => timeOutHypothesis(tx, { hypothesisId })),
  };
}

test('what is presumed at once has numbers of its own; a failure leaves neither it nor its time', async () => {
  const { room, open } = await staffed();
  await room.asItWas(() => open());
  expect(
    await room.race(
      () => open(),
      () => open(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('hypothesis', 'number')).toEqual([{ number: 1 }, { number: 2 }]);
  expect(await room.timers('time-out-hypothesis')).toHaveLength(2);
});

test('settled by two at once the last word stands and both are on record; an attack is settled by who commands', async () => {
  const { room, open, settle } = await staffed();
  const { id: attack } = await open(true);
  await expect(settle(attack)).rejects.toMatchObject({ code: 'forbidden' });
  const { id } = await open();
  await room.asItWas(() => settle(id));
  const words = ['一人目', '二人目'];
  expect(await room.race(...words.map((outcome) => () => settle(id, 'commander', outcome)))).toEqual({
    won: 2,
    lost: [],
  });
  const told = await house.clone.query<{ outcome: string }>(
    `SELECT body->>'outcome' AS outcome FROM ledger WHERE incident_id = $1 AND kind = 'hypothesis.settled' ORDER BY seq`,
    [room.incidentId],
  );
  expect(told.map(({ outcome }) => outcome).toSorted()).toEqual(words.toSorted());
  const [kept] = await house.clone.query('SELECT outcome FROM hypothesis WHERE id = $1', [id]);
  expect(kept).toEqual(told.at(-1));
});

test('out of time, whoever decides is asked once; not when it is settled at that moment', async () => {
  const { room, open, settle, timeOut } = await staffed();
  const { id } = await open();
  await room.asItWas(() => timeOut(id));
  expect(
    await room.race(
      () => timeOut(id),
      () => timeOut(id),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.rows('incident_task', 'number')).toEqual([{ number: 1 }]);

  const { id: other } = await open();
  expect(
    await room.race(
      () => settle(other),
      () => timeOut(other),
    ),
  ).toEqual({ won: 2, lost: [] });
  const lines = await room.kinds('hypothesis.timed-out', 'hypothesis.settled');
  // Out of time and then settled; or settled, and then its time runs out for nobody.
  expect(lines.at(-1)).toBe('hypothesis.settled');
  expect(await room.timers('time-out-hypothesis')).toEqual([id]);
});

test('evidence is kept by somebody, and handed on as often as it is', async () => {
  const { room } = await staffed();
  const keep = (custodianId: string = room.ids.responder) =>
    keepEvidence(room.as('responder'), room.incidentId, {
      what: 'ログ',
      place: '金庫',
      sha256: 'a'.repeat(64),
      custodianId,
    });
  await expect(keep(room.incidentId)).rejects.toMatchObject({
    details: { fields: [{ field: 'custodianId' }] },
  });
  await room.asItWas(() => keep());
  await keep();
  const [line] = await house.clone.query<{ seq: string }>(
    `SELECT seq FROM ledger WHERE incident_id = $1 AND kind = 'evidence.kept'`,
    [room.incidentId],
  );
  const hand = (seq: number) =>
    handEvidence(room.as('responder'), room.incidentId, { seq, to: '警察', note: '' });
  await expect(hand(1)).rejects.toMatchObject({ code: 'not-found' });
  const seq = Number(line?.seq);
  await room.asItWas(() => hand(seq));
  expect(
    await room.race(
      () => hand(seq),
      () => hand(seq),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('evidence.')).toEqual([
    'evidence.kept',
    'evidence.handed-over',
    'evidence.handed-over',
  ]);
});

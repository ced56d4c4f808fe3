import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { endSignalsOfSource } from '../../detect/signals/end-signals.ts';
import { receiveSignals } from '../../detect/signals/receive-signals.ts';
import { addSource } from '../../detect/sources/add-source.ts';
import { removeSource } from '../../detect/sources/remove-source.ts';
import { keepAsset } from '../../prepare/assets/keep-asset.ts';
import { markSystem } from '../incidents/mark-system.ts';
import { restrictIncident } from '../lifecycle/restrict-incident.ts';
import { addDetection, attachSignals, detachSignal } from './gather-detections.ts';
import { hearEnds } from './hear-ends.ts';
import { noticeMarked } from './notice-precursors.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function heard() {
  const room = await IncidentRoom.open(house);
  const { id: sourceId } = await addSource(room.system(), { kind: 'alertmanager', name: 's', settings: {} });
  const alert = async (...numbers: number[]) => {
    await receiveSignals(room.system(), {
      sourceId,
      alerts: numbers.map((n) => ({
        labels: { team: 'net', n: String(n) },
        annotations: {},
        state: 'firing' as const,
        title: `t${n}`,
        severity: '',
        url: '',
        startsAt: undefined,
        expiresAt: undefined,
      })),
    });
  };
  return { room, sourceId, alert, linked: () => room.rows('incident_signal', 'incident_id, signal_id') };
}

test('signals are put to an incident by hand once, and taken off once; a detection is told as often as it is', async () => {
  const { room, alert, linked } = await heard();
  await alert(1);
  const [signal] = await room.rows('signal', 'id');
  const id = String(signal?.['id']);
  const attach = (signalId = id) => attachSignals(room.as('responder'), room.incidentId, [signalId]);
  await expect(attach(room.incidentId)).rejects.toMatchObject({
    details: { fields: [{ field: 'signalIds' }] },
  });
  await room.asItWas(() => attach());
  expect(
    await room.race(
      () => attach(),
      () => attach(),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect([await linked(), await room.kinds('incident.signals-linked')]).toMatchObject([
    [{ signal_id: id }],
    ['incident.signals-linked'],
  ]);
  const detach = () => detachSignal(room.as('responder'), room.incidentId, id);
  await room.asItWas(detach);
  expect(await room.race(detach, detach)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('incident.signal-unlinked')).toHaveLength(1);
  const tell = (at?: string) =>
    addDetection(room.as('responder'), room.incidentId, {
      route: 'contractorMaintenance',
      text: '点検で',
      at,
      precision: 'minute',
    });
  const later = house.clock.now().add({ hours: 1 }).toString();
  await expect(tell(later)).rejects.toMatchObject({ details: { fields: [{ field: 'at' }] } });
  await room.asItWas(() => tell());
  expect(
    await room.race(
      () => tell(),
      () => tell(),
    ),
  ).toEqual({ won: 2, lost: [] });
});

test('an end is told on the timeline of its incident once, however often it is heard at once', async () => {
  const { room, sourceId, alert } = await heard();
  await alert(1, 2);
  const ids = (await room.rows('signal', 'id')).map(({ id }) => String(id));
  await attachSignals(room.as('responder'), room.incidentId, ids);
  await removeSource(room.system(), sourceId);
  await room.within((tx) => endSignalsOfSource(tx, { sourceId }));
  const hear = () => room.within((tx) => hearEnds(tx));
  await room.asItWas(hear);
  expect(await room.race(hear, hear)).toEqual({ won: 2, lost: [] });
  expect(await room.kinds('incident.signals-ended')).toEqual(['incident.signals-ended']);
  // A person declared it: its page, had it one, would go on.
  expect(await room.timers('stop-for-end')).toEqual([]);
});

test('declared by hand, trouble on one system twice within a week asks whether it could be an attack, once', async () => {
  const { room } = await heard();
  for (const key of ['auth', 'web']) await keepAsset(room.system(), { key, kind: 'system', name: key });
  const mark = (asset: string, state: 'affected' | 'suspected' | 'notAffected' | 'restored') =>
    markSystem(room.as('responder'), room.incidentId, { asset, state });
  const notice = async (asset: string) =>
    room.within((tx) => noticeMarked(tx, { incidentId: room.incidentId, asset }));
  const asked = async () => (await room.kinds('hypothesis.opened')).length;

  await mark('auth', 'affected');
  await mark('auth', 'restored');
  expect(await room.timers('notice-marked')).toEqual([`${room.incidentId} auth`]);
  await notice('auth');
  expect(await asked()).toBe(0);

  // Another one, on another system, and what turned out to be none.
  await room.declare();
  await mark('web', 'suspected');
  await notice('web');
  expect(await asked()).toBe(0);
  await room.declare();
  await mark('web', 'notAffected');
  expect(await room.timers('notice-marked')).not.toContain(`${room.incidentId} web`);

  await mark('auth', 'suspected');
  await room.asItWas(() => notice('auth'));
  expect(
    await room.race(
      () => notice('auth'),
      () => notice('auth'),
    ),
  ).toEqual({ won: 2, lost: [] });
  expect(await asked()).toBe(1);

  // A drill is no trouble, and asks nothing.
  await room.declare({ drill: true });
  await mark('auth', 'affected');
  await notice('auth');
  expect(await asked()).toBe(0);

  house.clock.advance({ hours: 24 * 8 });
  await room.declare();
  await mark('auth', 'affected');
  await notice('auth');
  expect(await asked()).toBe(0);
});

test('an incident that not everybody may see is not told of by asking about another', async () => {
  const { room } = await heard();
  await keepAsset(room.system(), { key: 'auth', kind: 'system', name: 'auth' });
  const mark = () => markSystem(room.as('commander'), room.incidentId, { asset: 'auth', state: 'affected' });
  await mark();
  await restrictIncident(room.as('commander'), room.incidentId, true);
  await room.declare();
  await mark();
  await room.within((tx) => noticeMarked(tx, { incidentId: room.incidentId, asset: 'auth' }));
  expect(await room.kinds('hypothesis.opened')).toEqual([]);
});

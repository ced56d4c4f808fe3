import { afterEach, beforeEach, expect, test } from 'vitest';
import { addHeartbeat } from '../../areas/detect/monitors/add-heartbeat.ts';
import { takeBeat } from '../../areas/detect/monitors/take-beat.ts';
import { receiveSignals } from '../../areas/detect/signals/receive-signals.ts';
import { addSource } from '../../areas/detect/sources/add-source.ts';
import { markHearing } from '../../database/hearing.ts';
import { TestHouse } from '../house.ts';

const HEARTBEATS = 20;
const SIGNALS = 1_200;

let house: TestHouse;
let orgId: string;
let beats: readonly string[];
let sourceId: string;
beforeEach(async () => {
  house = await TestHouse.open();
  orgId = await house.organisation();
  const add = (_: unknown, n: number) =>
    addHeartbeat(house.system(orgId), { name: `h${n}`, everySeconds: 20, graceSeconds: 5, page: true });
  beats = (await Promise.all(Array.from({ length: HEARTBEATS }, add))).map(({ id }) => id);
  sourceId = (await addSource(house.system(orgId), { kind: 'alertmanager', name: 's', settings: {} })).id;
});
afterEach(() => house.close());

/** The doors are open for so many seconds; whatever is due is acted on. */
async function open(seconds: number, other: TestHouse = house) {
  for (let second = 0; second <= seconds; second += 1) {
    await markHearing(other.assembly.house.database.kysely, other.clock.now(), second === 0 ? 1.5 : 3);
    while (await other.assembly.timers.runOne());
    if (second < seconds) other.clock.advance({ seconds: 1 });
  }
}
const beat = (other: TestHouse = house) => Promise.all(beats.map((id) => takeBeat(other.system(orgId), id)));
const alerts = (other: TestHouse = house) =>
  receiveSignals(other.system(orgId), {
    sourceId,
    alerts: Array.from({ length: SIGNALS }, (_, n) => ({
      labels: { n: String(n) },
      annotations: {},
      state: 'firing' as const,
      title: 't',
      severity: 'critical',
      url: '',
      startsAt: undefined,
      expiresAt: other.clock.now().add({ seconds: 40 }),
    })),
  });
/** How many heartbeats were missed, signals fell silent, and pages began. */
async function told() {
  const rows = await house.clone.query<{ kind: string; n: string }>(
    `SELECT kind, count(*) AS n FROM ledger WHERE org_id = $1 AND kind IN ('heartbeat.missed', 'signal.fell-silent', 'page.started') GROUP BY kind`,
    [orgId],
  );
  const of = (kind: string) => Number(rows.find((row) => row.kind === kind)?.n ?? 0);
  return { missed: of('heartbeat.missed'), silent: of('signal.fell-silent'), pages: of('page.started') };
}
const NOTHING = { missed: 0, silent: 0, pages: 0 };

test('a minute in which Sonae was away: nothing is missed, nobody is paged; then each has its full time, and no more', async () => {
  await beat();
  await alerts();
  await open(3);
  house.clock.advance({ seconds: 60 });
  // Timers run before anybody hears again.
  while (await house.assembly.timers.runOne());
  expect(await told()).toEqual(NOTHING);
  const again = await TestHouse.open({ clone: house.clone, clock: house.clock });
  await open(24, again);
  expect(await told()).toEqual(NOTHING);
  await takeBeat(again.system(orgId), beats[0] ?? '');
  await open(16, again);
  expect(await told()).toMatchObject({ missed: HEARTBEATS - 1, silent: 0 });
  // Slices, each a transaction of its own.
  await open(60, again);
  expect(await told()).toMatchObject({ missed: HEARTBEATS, silent: SIGNALS });
  await again.close();
});

test('the clock jumps an hour ahead: nothing is missed, and what is silent after that is', async () => {
  await beat();
  await alerts();
  await open(5);
  house.clock.set(house.clock.now().add({ hours: 1 }));
  await open(24);
  expect(await told()).toEqual(NOTHING);
  await open(2);
  expect(await told()).toMatchObject({ missed: HEARTBEATS });
});

test('the clock is set back an hour: who is silent is found within its time all the same', async () => {
  await beat();
  await alerts();
  await open(5);
  house.clock.set(house.clock.now().subtract({ hours: 1 }));
  const runner = await TestHouse.open({ clone: house.clone, clock: house.clock, role: 'worker' });
  // A timer that was acted on is told to nobody, so it is looked for.
  const due = () =>
    house.clone.query('SELECT 1 FROM timer WHERE due_at <= $1', [house.clock.now().toString()]);
  for (let second = 0; second < 100; second += 1) {
    await markHearing(house.assembly.house.database.kysely, house.clock.now(), 3);
    house.clock.advance({ seconds: 1 });
    while ((await due()).length > 0) await new Promise(setImmediate);
  }
  expect(await told()).toMatchObject({ missed: HEARTBEATS, silent: SIGNALS });
  await runner.close();
});

test('a restored copy that kept quiet misses nothing when it is woken, and what is silent after that is missed', async () => {
  await beat();
  await open(3);
  await house.clone.query(`INSERT INTO quiet (since) VALUES ('2026-11-20T02:00:00Z')`);
  await open(120);
  await house.clone.query('DELETE FROM quiet');
  await open(24);
  expect(await told()).toEqual(NOTHING);
  await open(2);
  expect(await told()).toMatchObject({ missed: HEARTBEATS });
});

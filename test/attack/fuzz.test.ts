import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { organisationIds } from '../../apps/server/auth/store.ts';
import { foundDemo } from '../../apps/server/demo/found-demo.ts';
import { verifyLedger } from '../../areas/ledger/verify-ledger.ts';
import { declareIncident } from '../../areas/respond/lifecycle/declare-incident.ts';
import type { Visitor } from '../browser-like.ts';
import { StoryClock } from '../clock.ts';
import { EventStream } from '../event-stream.ts';
import { TestHouse } from '../house.ts';
import { rounds } from '../rounds.ts';
import { type Palette, seeded } from './drawing.ts';
import { Ids, letIn } from './ground.ts';
import { drawRequest, OPERATIONS, type Request } from './operations.ts';

/** The same requests every time; another seed asks others. */
const SEED = Number(process.env['SONAE_SEED'] ?? 20_261_129);
const ANSWERED = rounds(20_000);
/** So often timers run, ids are gathered anew, and somebody looks whether everything still opens. */
const LOOK_EVERY = 500;
/** Documents are asked for in one round of so many. */
const SLOW_EVERY = 30;
const WORDS = [
  '東浄水場の警報',
  'PLC-3',
  'Pump stopped',
  'ウイルスの疑い',
  'control',
  'core',
  'a',
  '配水 制御 2026',
];

let house: TestHouse;
let orgId: string;
beforeAll(async () => {
  // Sessions end by the machine's clock, and so the story begins now.
  house = await TestHouse.open({ clock: new StoryClock(Temporal.Now.instant().toString()) });
  await foundDemo(house.assembly.house, house.clock);
  [orgId = ''] = await organisationIds(house.assembly.house.database);
  while (await house.assembly.timers.runOne());
});
afterAll(() => house.close());

/** Every list and every room that can be opened without knowing more than the incidents' ids. */
async function looks(visitor: Visitor): Promise<string[]> {
  const incidents = (
    await house.clone.query<{ id: string }>('SELECT id FROM incident WHERE org_id = $1', [orgId])
  ).slice(-3);
  const plain = OPERATIONS.filter(
    ({ method, path, slow }) => method === 'GET' && !path.includes(':') && !slow,
  );
  const rooms = OPERATIONS.filter(
    ({ method, path }) => method === 'GET' && /^\/api\/respond\/incidents\/:id(?:\/[\w-]+)*$/.test(path),
  );
  const urls = [
    ...plain.map(({ path }) => path),
    ...incidents.flatMap(({ id }) => rooms.map(({ path }) => path.replace(':id', id))),
  ];
  const failed: string[] = [];
  for (const url of urls) {
    const { status, text } = await visitor.send('GET', url);
    // What needs a query, or what there is none of yet, says so; nothing breaks.
    if (status !== 200 && status !== 422 && status !== 404 && status !== 409)
      failed.push(`${url} ${status} ${text.slice(0, 200)}`);
  }
  return failed;
}

/** Reads the whole record on a live stream, with whatever the requests left in it, and waits for a line of now. */
async function streams({ cookie }: Visitor): Promise<void> {
  const { http } = house.assembly;
  await http?.listen({ host: '127.0.0.1', port: 0 });
  const port = (http?.server.address() as AddressInfo | null)?.port;
  const stream = new EventStream(`http://127.0.0.1:${port}/api/stream`, {
    cookie,
    'last-event-id': `${orgId}.0`,
  });
  await stream.until(({ events }) => events.some(({ event }) => event === 'ready'));
  const title = 'the last of all';
  await declareIncident(house.system(orgId), { title, severity: 1, page: false, note: '' });
  await stream.until(({ events }) => events.some(({ data }) => data.includes(title)));
  stream.close();
}

test(`${ANSWERED} requests to every operation end in answers, and whatever was open opens still`, async () => {
  const random = seeded(SEED);
  const ids = new Ids(random);
  let { visitor } = await letIn(house, orgId, ['administrator']);
  const palette: Palette = {
    random,
    odd: 0.06,
    id: (hint) => (random() < 0.05 ? 'no-such-id' : ids.pick(hint)),
    text: (field) => (random() < 0.3 ? ids.pick(field) : (WORDS[Math.floor(random() * WORDS.length)] ?? '')),
  };
  const broken: (Pick<Request, 'key' | 'url' | 'body'> & { status: number; answer: string })[] = [];
  const closed: string[] = [];
  const statuses: Record<number, number> = {};
  for (let answered = 0, turn = 0; answered < ANSWERED; turn += 1) {
    if (turn % LOOK_EVERY === 0) {
      house.clock.advance({ minutes: 7 });
      while (await house.assembly.timers.runOne());
      await ids.harvest(house, orgId);
      ({ visitor } = await letIn(house, orgId, ['administrator']));
      closed.push(...(await looks(visitor)));
    }
    const operation = OPERATIONS[turn % OPERATIONS.length];
    if (!operation) break;
    if (operation.slow && Math.floor(turn / OPERATIONS.length) % SLOW_EVERY !== 0) continue;
    const request = drawRequest(operation, palette);
    const { status, text } = await visitor.send(request.method, request.url, request.body);
    statuses[status] = (statuses[status] ?? 0) + 1;
    // Somebody removed whoever asks, or ended their session.
    if (status === 401) ({ visitor } = await letIn(house, orgId, ['administrator']));
    if (status >= 500) broken.push({ ...request, status, answer: text.slice(0, 300) });
    if (status !== 429) answered += 1;
  }
  closed.push(...(await looks(visitor)));
  await streams(visitor);
  expect(broken).toEqual([]);
  expect(closed).toEqual([]);
  // Enough of them were understood for the rest to mean something.
  expect(statuses[200] ?? 0, JSON.stringify(statuses)).toBeGreaterThan(ANSWERED / 10);
  const failing = await house.clone.query('SELECT kind, fault FROM timer WHERE attempts > 0');
  expect(failing).toEqual([]);
  expect((await verifyLedger(house.system(orgId))).firstBreak).toBeUndefined();
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TestHouse } from '../../test/house.ts';
import { IncidentRoom } from '../../test/incident-room.ts';
import { type Body, callRoute, type Key, type Params, type Reply } from '../../test/route-caller.ts';
import { CONTRACTS } from '../contracts.ts';
import { keepAsset } from '../prepare/assets/keep-asset.ts';
import { keepEntry } from '../prepare/register-kinds/keep-entry.ts';
import { remindReport } from './reports/remind-report.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

type By = Parameters<IncidentRoom['as']>[0];
interface Given {
  readonly by?: By;
  readonly params?: Record<string, string>;
  readonly body: Record<string, unknown>;
}

/** A room whose incident was declared twelve hours ago on paper, with everything an act may need. */
async function paper() {
  const room = await IncidentRoom.open(house);
  const now = house.clock.now();
  const ago = (hours: number) => ({
    at: now.subtract({ minutes: hours * 60 }).toString(),
    precision: 'minute' as const,
  });
  await room.publishPlan();
  for (const key of ['a', 'b'])
    await keepAsset(room.system(), { key, kind: 'host', name: key, class: 'endpoint' });
  await keepEntry(room.system(), 'outlets', 0, { key: 'phone', name: '電話', audiences: ['customers'] });
  const call = (by: By, key: Key, params: Record<string, string> | undefined, body: unknown) =>
    callRoute(room.as(by), key, { params: params ?? { id: room.incidentId }, body } as never) as Promise<
      Record<string, unknown>
    >;
  /** What went before it, ten hours ago. */
  const before = <K extends Key>(key: K, body: Body<K>, by: By = 'commander', params?: Params<K>) =>
    call(by, key, params as never, { ...(body as object), happened: ago(10) });
  const declared = await before('POST /api/respond/incidents', { title: '紙の記録', situation: 'network' });
  room.incidentId = String(declared['id']);
  return { room, now, ago, call, before };
}
type Paper = Awaited<ReturnType<typeof paper>>;
const ofId = (made: Record<string, unknown>) => ({ id: String(made['id']) });

const heldRole = async ({ before, room }: Paper) =>
  before('PUT /api/respond/incidents/:id/roles', {
    role: 'lead',
    name: '指揮者',
    personId: room.ids.responder,
  });
const openTask = async ({ before }: Paper) =>
  ofId(await before('POST /api/respond/incidents/:id/tasks', { title: '回線を切り替える', minutes: 30 }));
const onBoard = ({ before }: Paper) =>
  before('POST /api/respond/incidents/:id/recovery', { keys: ['a', 'b'] });
const report = async ({ before, room }: Paper) => {
  await before('POST /api/respond/incidents/:id/reports', {
    regime: 'police',
    startsAt: house.clock.now().subtract({ hours: 11 }).toString(),
  });
  const [first] = await room.rows('external_report', 'id');
  return { id: String(first?.['id']) };
};
const inquiry = async ({ before }: Paper) =>
  ofId(
    await before('POST /api/respond/incidents/:id/inquiries', { cameFrom: '利用者', question: 'いつ直るか' }),
  );
const hypothesis = async ({ before }: Paper) =>
  ofId(await before('POST /api/respond/incidents/:id/hypotheses', { text: '設定の誤り' }));
const evidence = (room: IncidentRoom) => ({
  what: 'ログ',
  sha256: 'a'.repeat(64),
  custodianId: room.ids.commander,
});
const statement = async ({ call, room }: Paper) => {
  const text = '電話がつながりにくくなっています';
  const made = await call('relations', 'POST /api/respond/incidents/:id/statements', undefined, {
    audience: 'customers',
    kind: 'start',
    text,
    outlet: 'phone',
  });
  for (const by of ['relations', 'head'] as const)
    await call(by, 'POST /api/respond/statements/:id/approve', ofId(made), { text, outlet: 'phone' });
  expect(await room.rows('statement', 'state')).toEqual([{ state: 'draft' }]);
  return ofId(made);
};
const sweep = async ({ before }: Paper) =>
  ofId(await before('POST /api/respond/incidents/:id/sweeps', { title: '全台点検', hosts: { keys: ['a'] } }));
const resolved = (p: Paper) => p.before('POST /api/respond/incidents/:id/resolve', { note: '' });

/** Every act that takes a past time: what it is told, after what went before it. */
const ACTS: Readonly<Partial<Record<Key, (p: Paper) => Promise<Given>>>> = {
  'POST /api/respond/incidents': async () => ({ body: { title: '紙', page: true, note: '覚え' } }),
  'POST /api/respond/incidents/:id/resolve': async () => ({ body: { note: '' } }),
  'POST /api/respond/incidents/:id/reopen': async (p) => {
    await resolved(p);
    return { body: { note: '' } };
  },
  'POST /api/respond/incidents/:id/close': async (p) => {
    await resolved(p);
    return {
      body: {
        note: '',
        cyber: { was: 'excluded', how: '記録を調べた' },
        left: { ministry: '不要', telecom: '対象外' },
      },
    };
  },
  'POST /api/respond/incidents/:id/headquarters': async () => ({ body: {} }),
  'PUT /api/respond/incidents/:id/headquarters': async (p) => {
    await p.before('POST /api/respond/incidents/:id/headquarters', {});
    return { body: { room: '第二会議室' } };
  },
  'POST /api/respond/incidents/:id/headquarters/end': async (p) => {
    await p.before('POST /api/respond/incidents/:id/headquarters', {});
    return { body: { reason: '終息' } };
  },
  'POST /api/respond/incidents/:id/decisions': async ({ room }) => ({
    body: { question: '止めるか', decision: '止める', deciderId: room.ids.commander },
  }),
  'POST /api/respond/briefs/:id/send': async ({ call, room }) => {
    await call('commander', 'POST /api/respond/incidents/:id/briefs', undefined, undefined);
    const [brief] = await room.rows('brief', 'id');
    return { params: { id: String(brief?.['id']) }, body: { text: '報告', readerIds: [room.ids.head] } };
  },
  'PUT /api/respond/incidents/:id/roles': async ({ room }) => ({
    body: { role: 'lead', name: '指揮者', personId: room.ids.chief },
  }),
  'POST /api/respond/incidents/:id/roles/offer': async (p) => {
    await heldRole(p);
    return { body: { role: 'lead', toId: p.room.ids.chief } };
  },
  'POST /api/respond/incidents/:id/roles/take': async (p) => {
    await heldRole(p);
    await p.before('POST /api/respond/incidents/:id/roles/offer', { role: 'lead', toId: p.room.ids.chief });
    return { by: 'chief', body: { role: 'lead' } };
  },
  'POST /api/respond/incidents/:id/roles/attend': async (p) => {
    await heldRole(p);
    return { by: 'responder', body: { role: 'lead' } };
  },
  'POST /api/respond/incidents/:id/tasks': async ({ room }) => ({
    body: { title: '予備に切り替える', minutes: 30, personId: room.ids.responder },
  }),
  'PUT /api/respond/tasks/:id/person': async (p) => ({
    params: await openTask(p),
    body: { personId: p.room.ids.responder },
  }),
  'PUT /api/respond/tasks/:id/due': async (p) => ({ params: await openTask(p), body: { minutes: 60 } }),
  'POST /api/respond/tasks/:id/end': async (p) => ({ params: await openTask(p), body: { state: 'done' } }),
  'POST /api/respond/incidents/:id/changes': async (p) => ({
    body: { title: '応急の切替', expiresAt: p.ago(1).at },
  }),
  'POST /api/respond/changes/:id/turn': async (p) => {
    const id = ofId(
      await p.before('POST /api/respond/incidents/:id/changes', { title: '切替', expiresAt: p.ago(1).at }),
    );
    await p.call('chief', 'POST /api/respond/changes/:id/turn', id, { turn: 'approve' });
    return { params: id, body: { turn: 'apply' } };
  },
  'PUT /api/respond/incidents/:id/estimate': async () => ({
    body: { input: 'personsAffected', value: '1200' },
  }),
  'POST /api/respond/incidents/:id/recovery': async () => ({ body: { keys: ['a'] } }),
  'POST /api/respond/incidents/:id/recovery/move': async (p) => {
    await onBoard(p);
    return { body: { keys: ['a'], state: 'restored' } };
  },
  'POST /api/respond/incidents/:id/recovery/csv': async (p) => {
    await onBoard(p);
    return { body: { csv: 'key,state\na,restored\n' } };
  },
  'POST /api/respond/incidents/:id/recovery/growth': async () => ({ body: { affected: 3 } }),
  'PUT /api/respond/incidents/:id/recovery/strategy': async () => ({
    body: { asset: 'a', method: 'rebuild', criteria: '検査済み' },
  }),
  'PUT /api/respond/incidents/:id/recovery/order/:asset': async ({ room }) => ({
    params: { id: room.incidentId, asset: 'a' },
    body: { agreed: true },
  }),
  'PUT /api/respond/incidents/:id/recovery/cause': async () => ({
    body: { cause: 'ownAction', note: '' },
  }),
  'PUT /api/respond/incidents/:id/rating': async () => ({
    body: { continuity: 3, safety: 0, trust: 2 },
  }),
  'PUT /api/respond/incidents/:id/situation': async () => ({
    body: { situation: 'ransomware', evidence: '検体', seen: 'network' },
  }),
  'PUT /api/respond/incidents/:id/systems': async () => ({ body: { asset: 'a', state: 'affected' } }),
  'POST /api/respond/statements/:id/send': async (p) => ({
    by: 'relations',
    params: await statement(p),
    body: { nextUpdateMinutes: 60 },
  }),
  'POST /api/respond/incidents/:id/inquiries': async () => ({
    body: { cameFrom: '利用者', question: 'いつ直るか' },
  }),
  'POST /api/respond/inquiries/:id/answer': async (p) => ({
    by: 'relations',
    params: await inquiry(p),
    body: { answer: '調査中です' },
  }),
  'POST /api/respond/incidents/:id/reports': async (p) => ({
    body: { regime: 'privacy', startsAt: p.ago(24 * 90).at },
  }),
  'POST /api/respond/incidents/:id/reports/not-owed': async () => ({
    body: { regime: 'privacy', reason: '漏えいなし' },
  }),
  'POST /api/respond/incidents/:id/reports/follow-up': async (p) => {
    await report(p);
    return { body: { regime: 'police', dueAt: p.ago(1).at } };
  },
  'PUT /api/respond/reports/:id': async (p) => {
    const id = await report(p);
    await p.before('POST /api/respond/reports/:id/submit', {}, 'commander', id);
    return { params: id, body: { receipt: '受-1' } };
  },
  'POST /api/respond/reports/:id/submit': async (p) => ({ params: await report(p), body: {} }),
  'POST /api/respond/reports/:id/drop': async (p) => ({
    params: await report(p),
    body: { reason: '不要' },
  }),
  'POST /api/respond/incidents/:id/hypotheses': async () => ({
    body: { text: '装置の故障', minutes: 60 },
  }),
  'POST /api/respond/hypotheses/:id/settle': async (p) => ({
    params: await hypothesis(p),
    body: { state: 'supported', certainty: 'confirmed', outcome: '再現した' },
  }),
  'POST /api/respond/incidents/:id/evidence': async ({ room }) => ({ body: evidence(room) }),
  'POST /api/respond/incidents/:id/evidence/hand-over': async ({ before, room }) => {
    await before('POST /api/respond/incidents/:id/evidence', evidence(room));
    const [line] = await house.clone.query<{ seq: number }>(
      `SELECT seq::int FROM ledger WHERE incident_id = $1 AND kind = 'evidence.kept'`,
      [room.incidentId],
    );
    return { body: { seq: line?.seq, to: '県警' } };
  },
  'POST /api/respond/incidents/:id/sweeps': async () => ({
    body: { title: '点検', hosts: { keys: ['a'] }, minutes: 60 },
  }),
  'POST /api/respond/sweeps/:id/hosts': async (p) => ({ params: await sweep(p), body: { keys: ['b'] } }),
  'POST /api/respond/sweeps/:id/report': async (p) => ({
    params: await sweep(p),
    body: { keys: ['a'], result: 'clean' },
  }),
};
/** Its way needs a message that went out: test/scenarios/notices.test.ts. */
const ELSEWHERE: readonly string[] = ['PUT /api/respond/notices/:id'];

const PAST = Object.entries(CONTRACTS)
  .filter(([, contract]) => 'body' in contract && 'happened' in contract.body.shape)
  .map(([key]) => key);

test('every act that takes a past time is tried here', () => {
  expect(PAST.toSorted()).toEqual([...Object.keys(ACTS), ...ELSEWHERE].sort());
});

/** Timers that call people, and those of time-outs. */
const CALLING = /^(summon|start-page|time-out|remind|expire-change|miss-update|draft-brief|run-out|page)/;

describe.each(Object.keys(ACTS) as Key[])('%s', (key) => {
  test('stands at the time it happened, entered now, and calls nobody', async () => {
    const p = await paper();
    const { by = 'commander', params, body } = (await ACTS[key]?.(p)) ?? { body: {} };
    const [head] = await house.clone.query<{ seq: number }>(
      'SELECT max(seq)::int AS seq FROM ledger WHERE org_id = $1',
      [p.room.orgId],
    );
    const future = { at: p.now.add({ minutes: 3 }).toString() };
    await expect(p.call(by, key, params, { ...body, happened: future })).rejects.toMatchObject({
      details: { fields: [{ field: 'happened.at' }] },
    });
    const happened = { at: p.ago(9).at, precision: 'about' as const };
    await p.call(by, key, params, { ...body, happened });
    const lines = await house.clone.query<Record<string, unknown>>(
      `SELECT at::text, recorded_at::text AS recorded, precision, actor_id AS actor FROM ledger
       WHERE org_id = $1 AND seq > $2`,
      [p.room.orgId, head?.seq],
    );
    expect(lines.length).toBeGreaterThan(0);
    for (const { at, recorded, precision, actor } of lines) {
      expect(Temporal.Instant.from(String(at).replace(' ', 'T')).equals(p.ago(9).at)).toBe(true);
      expect(precision).toBe('about');
      expect(Temporal.Instant.from(String(recorded).replace(' ', 'T')).equals(p.now)).toBe(true);
      expect(actor).toBe(p.room.ids[by]);
    }
    const timers = await p.room.rows('timer', 'kind');
    expect(timers.map(({ kind }) => String(kind)).filter((kind) => CALLING.test(kind))).toEqual([]);
    expect(await p.room.rows('page', 'id')).toEqual([]);
    expect(await p.room.rows('message', 'id')).toEqual([]);
  });
});

/** Acts that end, go on with or follow what began ten hours ago. */
const AFTER_SOMETHING = [
  'POST /api/respond/incidents/:id/resolve',
  'POST /api/respond/incidents/:id/reopen',
  'POST /api/respond/incidents/:id/close',
  'PUT /api/respond/incidents/:id/headquarters',
  'POST /api/respond/incidents/:id/headquarters/end',
  'POST /api/respond/incidents/:id/roles/offer',
  'POST /api/respond/incidents/:id/roles/take',
  'POST /api/respond/incidents/:id/roles/attend',
  'PUT /api/respond/tasks/:id/person',
  'PUT /api/respond/tasks/:id/due',
  'POST /api/respond/tasks/:id/end',
  'POST /api/respond/changes/:id/turn',
  'POST /api/respond/inquiries/:id/answer',
  'PUT /api/respond/reports/:id',
  'POST /api/respond/reports/:id/submit',
  'POST /api/respond/hypotheses/:id/settle',
  'POST /api/respond/incidents/:id/evidence/hand-over',
  'POST /api/respond/sweeps/:id/report',
] as const satisfies readonly Key[];

test.each(AFTER_SOMETHING)('%s is not before what it follows', async (key) => {
  const p = await paper();
  const { by = 'commander', params, body } = (await ACTS[key]?.(p)) ?? { body: {} };
  const told = (hours: number, precision: string) => ({
    ...body,
    happened: { at: p.ago(hours).at, precision },
  });
  await expect(p.call(by, key, params, told(13, 'second'))).rejects.toMatchObject({
    details: { fields: [{ field: 'happened.at' }] },
  });
  // Known to the day alone, nobody can say that it was.
  await p.call(by, key, params, told(13, 'day'));
});

test('an approval stands at the time it is given', async () => {
  const p = await paper();
  const id = ofId(await p.before('POST /api/respond/incidents/:id/changes', { title: '切替' }));
  await expect(
    p.call('chief', 'POST /api/respond/changes/:id/turn', id, { turn: 'approve', happened: p.ago(9) }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'happened' }] } });
});

test('what is known since stays: an earlier mark, move, result, way or figure is one more line', async () => {
  const p = await paper();
  const { room } = p;
  const at = (hours: number, key: Key, body: object, params?: Record<string, string>) =>
    p.call('commander', key, params, { ...body, happened: p.ago(hours) });
  const swept = await sweep(p);
  await onBoard(p);
  const told = async (hours: number, first: boolean) => {
    await at(hours, 'PUT /api/respond/incidents/:id/systems', {
      asset: 'a',
      state: first ? 'restored' : 'affected',
    });
    await at(hours, 'POST /api/respond/incidents/:id/recovery/move', {
      keys: ['a'],
      state: first ? 'restored' : 'inProgress',
    });
    await at(
      hours,
      'POST /api/respond/sweeps/:id/report',
      { keys: ['a'], result: first ? 'clean' : 'excluded', note: '担当者の記録' },
      swept,
    );
    await at(hours, 'PUT /api/respond/incidents/:id/recovery/strategy', {
      asset: 'a',
      method: first ? 'rebuild' : 'clean',
      criteria: '検査',
    });
    await at(hours, 'PUT /api/respond/incidents/:id/estimate', {
      input: 'personsAffected',
      value: first ? '900' : '100',
    });
  };
  await told(2, true);
  await told(5, false);
  expect(await room.rows('incident_asset', 'state')).toEqual([{ state: 'restored' }]);
  expect(await room.rows('recovery_item', 'asset_key, state')).toEqual([
    { asset_key: 'a', state: 'restored' },
    { asset_key: 'b', state: 'waiting' },
  ]);
  expect(await room.rows('sweep_item', 'result')).toEqual([{ result: 'clean' }]);
  expect(await room.rows('restore_strategy', 'method')).toEqual([{ method: 'rebuild' }]);
  const facts = (await p.call(
    'commander',
    'GET /api/respond/incidents/:id/facts',
    undefined,
    undefined,
  )) as unknown as Reply<'GET /api/respond/incidents/:id/facts'>;
  expect(facts.estimates[0]?.values.map(({ value }) => value)).toEqual([100, 900]);
  const [incident] = await house.clone.query<{ estimates: unknown }>(
    'SELECT estimates FROM incident WHERE id = $1',
    [room.incidentId],
  );
  expect(incident?.estimates).toEqual({ personsAffected: 900 });
  // Now is after all of it, and holds.
  await p.call('commander', 'PUT /api/respond/incidents/:id/systems', undefined, {
    asset: 'a',
    state: 'suspected',
  });
  expect(await room.rows('incident_asset', 'state')).toEqual([{ state: 'suspected' }]);
});

test('what follows one after the other is entered in its order', async () => {
  const p = await paper();
  const refused = { details: { fields: [{ field: 'happened.at' }] } };
  const rate = (hours: number, continuity: number) =>
    p.call('commander', 'PUT /api/respond/incidents/:id/rating', undefined, {
      continuity,
      safety: 0,
      trust: 0,
      happened: p.ago(hours),
    });
  await rate(5, 4);
  await expect(rate(7, 1)).rejects.toMatchObject(refused);
  await heldRole(p);
  await expect(
    p.call('commander', 'PUT /api/respond/incidents/:id/roles', undefined, {
      role: 'lead',
      name: '指揮者',
      personId: p.room.ids.chief,
      happened: p.ago(11),
    }),
  ).rejects.toMatchObject(refused);
});

test('a promise made since is not taken for kept by what went out before it; the status page takes no past time', async () => {
  const p = await paper();
  const send = (id: { id: string }, body: object) =>
    p.call('relations', 'POST /api/respond/statements/:id/send', id, body);
  await send(await statement(p), { nextUpdateMinutes: 60 });
  const earlier = await p.call('relations', 'POST /api/respond/incidents/:id/statements', undefined, {
    audience: 'customers',
    kind: 'start',
    text: 'はじめの知らせ',
    outlet: 'phone',
  });
  for (const by of ['relations', 'head'] as const)
    await p.call(by, 'POST /api/respond/statements/:id/approve', ofId(earlier), {
      text: 'はじめの知らせ',
      outlet: 'phone',
    });
  await send(ofId(earlier), { nextUpdateMinutes: null, happened: p.ago(8) });
  expect(await p.room.timers('miss-update')).toHaveLength(1);
  await keepEntry(p.room.system(), 'outlets', 0, {
    key: 'status-page',
    name: '状況のページ',
    audiences: ['public'],
  });
  const text = '状況のお知らせ';
  const page = ofId(
    await p.call('relations', 'POST /api/respond/incidents/:id/statements', undefined, {
      audience: 'public',
      kind: 'start',
      text,
      outlet: 'status-page',
    }),
  );
  for (const by of ['relations', 'head'] as const)
    await p.call(by, 'POST /api/respond/statements/:id/approve', page, { text, outlet: 'status-page' });
  await expect(send(page, { happened: p.ago(8) })).rejects.toMatchObject({
    details: { fields: [{ field: 'happened' }] },
  });
});

test('resolved once more it lies after it was reopened, and closed after that', async () => {
  const p = await paper();
  const turn = (how: 'resolve' | 'reopen', hours: number) =>
    p.call('commander', `POST /api/respond/incidents/:id/${how}`, undefined, { note: '', happened: p.ago(hours) });
  const refused = { details: { fields: [{ field: 'happened.at' }] } };
  await turn('resolve', 9);
  await expect(turn('reopen', 9.5)).rejects.toMatchObject(refused);
  await turn('reopen', 8);
  await expect(turn('resolve', 8.5)).rejects.toMatchObject(refused);
  await turn('resolve', 7);
  await expect(
    p.call('commander', 'POST /api/respond/incidents/:id/close', undefined, {
      cyber: { was: 'excluded', how: '記録を調べた' },
      left: { ministry: '不要' },
      happened: p.ago(7.5),
    }),
  ).rejects.toMatchObject(refused);
}); // biome-ignore format: at one look

test('a closed incident is reopened before anything is entered, also what happened while it went on', async () => {
  const p = await paper();
  await resolved(p);
  await p.call('commander', 'POST /api/respond/incidents/:id/close', undefined, {
    cyber: { was: 'excluded', how: '記録を調べた' },
    left: { ministry: '不要' },
    happened: p.ago(6),
  });
  const decide = () =>
    p.call('commander', 'POST /api/respond/incidents/:id/decisions', undefined, {
      question: '止めるか',
      decision: '止める',
      deciderId: p.room.ids.commander,
      happened: p.ago(9),
    });
  await expect(decide()).rejects.toMatchObject({ code: 'conflict' });
  await p.call('commander', 'POST /api/respond/incidents/:id/reopen', undefined, { note: '記録の追加' });
  await decide();
  expect(await p.room.kinds('incident.reopened', 'decision')).toEqual([
    'incident.reopened',
    'decision.recorded',
  ]);
});

test('what is two minutes old or newer is happening now, and calls people', async () => {
  const p = await paper();
  await p.call('commander', 'PUT /api/respond/incidents/:id/roles', undefined, {
    role: 'lead',
    name: '指揮者',
    personId: p.room.ids.responder,
    happened: { at: p.now.subtract({ minutes: 2 }).toString() },
  });
  expect(await p.room.timers('summon-holder')).toHaveLength(1);
});

test('what was raised since about a matter ends with it, never before it was raised', async () => {
  const p = await paper();
  const { room } = p;
  await p.call('commander', 'POST /api/respond/incidents/:id/reports', undefined, {
    regime: 'privacy',
    startsAt: p.ago(24 * 4).at,
  });
  const due = await house.clone.query<{ id: string }>(
    `SELECT id FROM external_report WHERE incident_id = $1 AND stage = 'first'`,
    [room.incidentId],
  );
  const id = { id: due[0]?.id ?? '' };
  await room.within((tx) => remindReport(tx, { reportId: id.id }));
  await p.call('commander', 'POST /api/respond/reports/:id/submit', id, { happened: p.ago(30) });
  const tasks = await house.clone.query(
    `SELECT state, created_at = ended_at AS same FROM incident_task WHERE incident_id = $1`,
    [room.incidentId],
  );
  expect(tasks).toEqual([{ state: 'done', same: true }]);
});

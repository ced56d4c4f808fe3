import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyRegisters } from '../../../areas/prepare/register-kinds/as-code/apply-registers.ts';
import { readBoard } from '../../../areas/respond/recovery/read-board.ts';
import { type Body, callRoute, type Reply } from '../../route-caller.ts';
import { Stage } from './staged.ts';

/** C6-N2, C6-N3, C6-N1. */
const SERVERS = 1_000;
const ENDPOINTS = 35_000;
const COMPANIES = 60;

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('lead', 'commander');
  await stage.person('desk', 'responder');
  const sites = Array.from({ length: 20 }, (_, n) => ({ key: `site-${n}`, kind: 'site', name: `拠点${n}` }));
  const machine = (kind: 'server' | 'endpoint', n: number) => ({
    key: `${kind}-${n}`,
    kind: 'host',
    name: `${kind} ${n}`,
    class: kind,
    company: `会社${n % COMPANIES}`,
    edges: [{ kind: 'hostedOn', to: `site-${n % 20}` }],
  });
  const machines = [
    ...Array.from({ length: SERVERS }, (_, n) => machine('server', n)),
    ...Array.from({ length: ENDPOINTS }, (_, n) => machine('endpoint', n)),
  ];
  await applyRegisters(stage.house.system(stage.orgId), JSON.stringify({ systems: [...sites, ...machines] }));
  await stage.declare('lead', {
    title: 'パッチによる停止',
    situation: 'supplierFault',
    severity: 4,
    page: false,
  });
});
afterEach(() => stage.close());

test('case 6: 36,000 machines; servers the same day, endpoints on day 14; nothing resumes over an open health check', async () => {
  const board = () => readBoard(stage.context('lead'), stage.incidentId);
  const move = (body: Body<'POST /api/respond/incidents/:id/recovery/move'>) =>
    stage.call('desk', 'POST /api/respond/incidents/:id/recovery/move', body);
  const began = await stage.call('lead', 'POST /api/respond/incidents/:id/recovery', {
    class: 'server',
    wave: 1,
  });
  expect(began).toEqual({ added: SERVERS, unknown: 0 });
  expect(
    await stage.call('lead', 'POST /api/respond/incidents/:id/recovery', { class: 'endpoint', wave: 2 }),
  ).toEqual({
    added: ENDPOINTS,
    unknown: 0,
  });
  expect(await board()).toMatchObject({
    total: SERVERS + ENDPOINTS,
    forecast: { remaining: SERVERS + ENDPOINTS, at: null },
  });
  await expect(move({ state: 'restored' })).rejects.toMatchObject({ code: 'invalid' });

  // The servers come back within the day.
  stage.after({ hours: 9 });
  expect(await move({ filter: { class: 'server' }, state: 'restored' })).toEqual({ moved: SERVERS });
  expect(await move({ filter: { class: 'server' }, state: 'restored' })).toEqual({ moved: 0 });
  const first = await board();
  expect(first.classes.find(({ name }) => name === 'server')).toMatchObject({
    total: SERVERS,
    restored: SERVERS,
  });
  expect(first.forecast.perHour).toBeCloseTo(SERVERS / 9, 0);
  expect(first.companies).toHaveLength(COMPANIES);
  expect(first.sites).toHaveLength(20);

  // A list of a technician; some cannot be reached, and why is part of the board.
  const keys = Array.from({ length: 1_000 }, (_, n) => `endpoint-${n}`);
  expect(await move({ keys, state: 'blocked', blocker: '暗号化キー待ち' })).toEqual({ moved: 1_000 });
  expect((await board()).blockers).toEqual([{ name: '暗号化キー待ち', count: 1_000 }]);
  expect(
    await stage.call('desk', 'POST /api/respond/incidents/:id/recovery/compare', {
      keys: ['endpoint-1', 'endpoint-2', 'printer-1'],
    }),
  ).toMatchObject({ both: 2, onlyReported: ['printer-1'], reported: 3 });

  // C6-N3: all of them are read a page at a time.
  const seen = new Set<string>();
  for (let after: string | null = ''; after !== null; ) {
    const page: Reply<'GET /api/respond/incidents/:id/recovery/items'> = await callRoute(
      stage.context('desk'),
      'GET /api/respond/incidents/:id/recovery/items',
      {
        params: { id: stage.incidentId },
        query: { limit: 1_000, ...(after && { after }) },
      },
    );
    for (const { key } of page.items) seen.add(key);
    after = page.next;
  }
  expect(seen.size).toBe(SERVERS + ENDPOINTS);

  // C6-R9, C6-N6: the endpoints follow, company by company; those that waited for a key come back on day 14, and the
  // day of the failure is the first.
  for (let day = 2; day <= 14; day++) {
    stage.after({ hours: 24 });
    for (let company = (day - 2) * 5; company < Math.min((day - 1) * 5, COMPANIES); company++)
      await move({
        filter: { class: 'endpoint', company: `会社${company}`, state: 'waiting' },
        state: 'restored',
      });
    if (day === 14) expect(await move({ keys, state: 'restored' })).toEqual({ moved: 1_000 });
  }
  const last = await board();
  expect(last.forecast.remaining).toBe(0);
  expect(last.states).toMatchObject({ restored: SERVERS + ENDPOINTS, blocked: 0 });
  expect(last.burnDown).toHaveLength(14);
  // C6-N4: the servers on the day of the failure.
  expect(last.burnDown[0]).toEqual({ day: '2026-11-20', restored: SERVERS });
  expect(last.burnDown.at(-2)).toEqual({ day: '2026-12-02', restored: SERVERS + ENDPOINTS - 1_000 });
  expect(last.burnDown.at(-1)).toEqual({ day: '2026-12-03', restored: SERVERS + ENDPOINTS });
  expect(last.blockers).toEqual([]);

  const { id } = await stage.call('lead', 'POST /api/respond/incidents/:id/tasks', {
    title: '業務の動作確認',
    kind: 'healthCheck',
  });
  const resume = () =>
    stage.call('lead', 'POST /api/respond/incidents/:id/times', {
      which: 'resumed',
      at: stage.house.clock.now().toString(),
    });
  await expect(resume()).rejects.toMatchObject({ code: 'conflict' });
  const end = { state: 'done' as const, note: '認証と連携を確かめた' };
  await stage.call('desk', 'POST /api/respond/tasks/:id/end', end, { id });
  await resume();
});

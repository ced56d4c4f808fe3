import { afterEach, beforeEach, expect, test } from 'vitest';
import { fold } from '../../apps/console/src/respond/timeline/fold/rules.ts';
import { FACTS, isFactName } from '../../areas/facts.ts';
import { callRoute } from '../route-caller.ts';
import { Stage } from './played/staged.ts';

const ROLES = ['chair', 'recorder', 'technical', 'contractor', 'press', 'desk', 'reports', 'executive'];

let stage: Stage;
beforeEach(async () => {
  stage = await Stage.open();
  await stage.person('admin', 'administrator');
  await stage.person('commander', 'commander');
  for (const role of ROLES) await stage.person(role, 'responder');
  await stage.publish('admin', {
    key: 'outage',
    name: '停止時の計画',
    situation: 'network',
    activation: 'situation == "network"',
    roles: ROLES.map((key) => ({
      key,
      name: key,
      personId: stage.idOf(key),
      deputyIds: [stage.idOf('commander')],
    })),
    bodies: [{ kind: 'headquarters', name: '対策本部', chair: 'chair', members: ROLES.slice(1) }],
    levels: [{ level: 1, name: '重大', when: 'outageMinutes >= 30', convene: 'headquarters' }],
    templates: [{ key: 'first-word', subject: '第一報', text: '{record.title}' }],
    reports: [{ to: '親会社', when: 'severity >= 3', withinMinutes: 30, template: 'first-word' }],
    samples: [{ name: '見本', inputs: [{ input: 'situation', value: 'network' }] }],
    steps: [{ text: '現地を確認する', role: 'technical', limitMinutes: 10, onTimeout: 'escalate' }],
  });
});
afterEach(() => stage.close());

const timeline = async () =>
  (
    await callRoute(stage.context('commander'), 'GET /api/respond/incidents/:id/timeline', {
      params: { id: stage.incidentId },
      query: { limit: 200, order: 'happened' },
    })
  ).lines;
const rows = async () => fold(await timeline(), (kind) => isFactName(kind) && FACTS[kind].machinery);

test('a headquarters of eight roles, each of them called, adds three rows to what people read', async () => {
  await stage.declare('commander', { title: '制御網の停止', severity: 3, situation: 'network', page: false });
  // What the plan says is to be reported is a task, and somebody is written to about it.
  await stage.told('notice.settled');
  const before = await rows();
  await stage.call('commander', 'POST /api/respond/incidents/:id/headquarters', {});
  await stage.house.until(
    async () => (await timeline()).filter(({ kind }) => kind === 'page.exhausted').length === ROLES.length,
  );
  const after = await rows();
  expect((await timeline()).length).toBeGreaterThan(30);
  expect(after.slice(0, -before.length).map(({ as, lines }) => `${as} ${lines[0]?.kind}`)).toEqual([
    'calls page.exhausted',
    'act role.assigned',
    'act headquarters.set-up',
  ]);
  // The line says by itself which role somebody was called for.
  const [calls] = after;
  expect(
    calls?.as === 'calls' && calls.calls.map(({ about, state }) => `${about} ${state}`).toSorted(),
  ).toEqual(ROLES.map((role) => `${role} unanswered`).toSorted());
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHouse } from '../../../test/house.ts';
import { addPerson } from '../../prepare/contacts/add-person.ts';
import { publishPlan } from '../../prepare/plans/publish-plan.ts';
import { plan as planShape } from '../../prepare/plans/schema.ts';
import { keepEntry } from '../../prepare/register-kinds/keep-entry.ts';
import { declareIncident } from '../lifecycle/declare-incident.ts';
import { addEntry } from '../timeline/add-entry.ts';
import { choosePlan } from './choose-plan.ts';
import { estimateIncident } from './estimate-incident.ts';
import { fillFromRecord } from './fill-from-record.ts';
import { readPlan } from './read-plan.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** An organisation with one published plan for DDoS. */
async function prepared() {
  const orgId = await house.organisation();
  const ctx = () => house.system(orgId);
  const person = (n: number) =>
    addPerson(ctx(), {
      name: `担当${n}`,
      email: `p${n}-${orgId}@example.jp`,
      roles: ['commander'],
      language: 'ja',
      unitId: null,
      breakGlass: false,
    });
  const [first, second] = [await person(1), await person(2)];
  const plan = planShape.parse({
    key: 'ddos',
    name: 'DDoS',
    situation: 'ddos',
    activation: 'situation == "ddos" && severity >= 2',
    roles: [{ key: 'lead', name: '指揮', personId: first.id, deputyIds: [second.id] }],
    levels: [{ level: 2, name: '重大', when: 'personsAffected > 1000', convene: 'headquarters' }],
    bodies: [{ kind: 'headquarters', name: '対策本部', chair: 'lead' }],
    steps: [{ text: '絞る', role: 'lead' }],
    reports: [{ to: '省庁', when: 'personsAffected > 1000', withinMinutes: 60, template: 'first' }],
    templates: [{ key: 'first', subject: '{{title}}', text: '{{detection}} / {{latest}} / {{ask.impact}}' }],
    samples: [{ name: 's', inputs: [{ input: 'situation', value: 'ddos' }, { input: 'severity', value: '2' }] }],
  }); // biome-ignore format: a plan at one look
  const { version } = await keepEntry(ctx(), 'plans', 0, plan);
  await publishPlan(ctx(), 'ddos', version);
  return { ctx, plan, version, first };
}

test('a plan is stamped when its criteria hold, and the incident keeps that version', async () => {
  const { ctx, plan, version, first } = await prepared();
  const declare = (severity: number, situation?: 'ddos' | 'network') =>
    declareIncident(ctx(), { title: 'x', severity, situation, page: false, note: '' });
  const { id } = await declare(2, 'ddos');
  for (const other of [await declare(1, 'ddos'), await declare(4), await declare(4, 'network')])
    expect(await readPlan(ctx(), other.id)).toEqual({
      plan: null,
      followed: null,
      fits: null,
      estimates: {},
    });

  expect(await readPlan(ctx(), id)).toMatchObject({
    plan: { version, newer: null, people: { [first.id]: '担当1' } },
    followed: { activates: 'yes', level: 0, missing: ['personsAffected'] },
  });
  await estimateIncident(ctx(), id, 'personsAffected', '5000');
  await expect(estimateIncident(ctx(), id, 'personsAffected', '-1')).rejects.toMatchObject({
    code: 'invalid',
  });
  expect((await readPlan(ctx(), id)).followed).toMatchObject({
    activates: 'yes',
    level: 2,
    convene: 'headquarters',
    reports: [{ to: '省庁', due: 'yes' }],
  });
  await estimateIncident(ctx(), id, 'personsAffected', null);
  expect((await readPlan(ctx(), id)).followed).toMatchObject({ level: 0 });

  const next = await keepEntry(ctx(), 'plans', version, { ...plan, name: 'DDoS 改' });
  await publishPlan(ctx(), 'ddos', next.version);
  expect(await readPlan(ctx(), id)).toMatchObject({
    plan: { version, name: 'DDoS', newer: next.version },
  });
  await choosePlan(ctx(), id, 'ddos');
  expect(await readPlan(ctx(), id)).toMatchObject({ plan: { version: next.version, newer: null } });
  await expect(choosePlan(ctx(), id, 'nothing')).rejects.toMatchObject({ code: 'invalid' });
});

test('a template is filled from the record; a hole is named and nothing comes out', async () => {
  const { ctx } = await prepared();
  const { id } = await declareIncident(ctx(), {
    title: '{{ask.impact}}',
    severity: 2,
    situation: 'ddos',
    page: false,
    note: '監視で気付いた',
  });
  const fill = (answers: Record<string, string>) => fillFromRecord(ctx(), id, { template: 'first', answers });
  await expect(fill({})).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: [{ field: 'answers.impact' }] },
  });
  house.clock.advance({ seconds: 1 });
  await addEntry(ctx(), id, { text: '絞り込み中', precision: 'second', figure: false });
  expect(await fill({ impact: '照会できない' })).toEqual({
    subject: '{{ask.impact}}',
    text: '監視で気付いた / 絞り込み中 / 照会できない',
  });
});

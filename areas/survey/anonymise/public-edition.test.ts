import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Context, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { IncidentRoom } from '../../../test/incident-room.ts';
import { callRoute } from '../../../test/route-caller.ts';
import { openCase } from '../../learn/cases/open-case.ts';
import { reviseCase } from '../../learn/cases/revise-case.ts';
import { type CaseDocument, caseDocument } from '../../learn/cases/schema.ts';
import type { Role } from '../../roles.ts';
import { type Entity, entityList } from './entities/schema.ts';
import { newestEdition, openPoints } from './index.ts';
import { entitiesOf } from './listed/index.ts';
import { makeEdition } from './make-edition.ts';
import { lookAtEdition, lookAtPublicForm, readReplacements } from './read-edition.ts';

const port = parse(fs.readFileSync(new URL('incidents/port.yaml', import.meta.url), 'utf8')) as {
  case: CaseDocument;
  entities: unknown;
};
const { entities } = entityList.parse({ entities: port.entities });
const document = caseDocument.parse(port.case);

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function listed(ctx: Context, caseId: string, list: readonly Entity[]): Promise<void> {
  for (const { kind, names, aliases, label } of list)
    await house.clone.query(
      `INSERT INTO sonae.survey_entity VALUES ($1, $2, $3, 1, $4, $5, $6, $7, 'hand', '', now())`,
      [
        ctx.orgId,
        caseId,
        newId(),
        kind,
        JSON.stringify(names),
        JSON.stringify(aliases),
        label ? JSON.stringify(label) : null,
      ],
    );
}

async function body(list: readonly Entity[] = entities, within?: string) {
  const orgId = within ?? (await house.organisation('調査機関'));
  const person = await house.person(orgId, ['secretariat']);
  const as = (...roles: Role[]) => house.as(orgId, person, roles);
  const ctx = as('secretariat');
  const { id } = await openCase(ctx, document);
  await listed(ctx, id, list);
  return { orgId, ctx, caseId: id, rater: as('rater'), responder: as('responder') };
}

test('a case is made into a public edition that names nothing on its list, numbered and kept', async () => {
  const { orgId, ctx, caseId, rater, responder } = await body();
  const make = () => makeEdition(ctx, caseId);
  const open = await reading(ctx, (trx) => openPoints(trx, caseId));
  expect(open.filter(({ kind }) => ['stale', 'leak', 'linkage'].includes(kind))).toMatchObject([
    { kind: 'stale' },
  ]);
  for (const other of [rater, responder])
    await expect(makeEdition(other, caseId)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(makeEdition(ctx, newId())).rejects.toMatchObject({ code: 'not-found' });
  await asItWas(house.clone, orgId, make);
  expect(await race(house.clone, [orgId], make, make)).toEqual({ won: 1, lost: ['conflict'] });
  const edition = await reading(ctx, (trx) => newestEdition(trx, caseId));
  expect(edition).toMatchObject({ caseId, number: 1, caseVersion: 1 });
  expect(JSON.stringify(edition?.document)).not.toMatch(/名古屋|Nagoya/);
  expect(await reading(ctx, (trx) => openPoints(trx, caseId))).not.toContainEqual(
    expect.objectContaining({ kind: 'stale' }),
  );
  // What was revised since is another case than the one that was made public.
  await reviseCase(ctx, caseId, {
    version: 1,
    document: { ...document, title: { ja: '名古屋港の停止', en: 'A stop in Nagoya' } },
  });
  expect(await reading(ctx, (trx) => openPoints(trx, caseId))).toContainEqual(
    expect.objectContaining({ kind: 'stale' }),
  );
  expect(await make()).toMatchObject({ number: 2 });
  const first = await lookAtEdition(ctx, caseId, 1);
  expect(first).toMatchObject({ number: 1, hash: edition?.hash });
  await expect(lookAtEdition(ctx, caseId, 3)).rejects.toMatchObject({ code: 'not-found' });
});

test('nothing the list names goes into an edition, and what is listed afterwards is found in it', async () => {
  const { ctx, caseId } = await body([]);
  // Dates stand for themselves; names are not known without a list.
  await makeEdition(ctx, caseId);
  await listed(ctx, caseId, entities);
  const open = await reading(ctx, (trx) => openPoints(trx, caseId));
  expect(open.filter(({ kind }) => kind === 'leak').length).toBeGreaterThan(3);
  const telling = await body([{ kind: 'organisation', names: ['名古屋港'], aliases: [], label: { ja: '名古屋港の団体', en: 'A port' } }]); // biome-ignore format: one line
  await expect(makeEdition(telling.ctx, telling.caseId)).rejects.toMatchObject({ code: 'invalid' });
  expect(await reading(telling.ctx, (trx) => openPoints(trx, telling.caseId))).toContainEqual(
    expect.objectContaining({ kind: 'obstacle', field: '名古屋港.label' }),
  );
});

test('what was replaced is sealed, read by the secretariat alone, and each reading is recorded', async () => {
  const { orgId, ctx, caseId, rater } = await body();
  await makeEdition(ctx, caseId);
  const rows = await house.clone.query<{ row: string }>(
    `SELECT e::text AS row FROM sonae.survey_public_edition e WHERE org_id = $1 UNION ALL
     SELECT l::text FROM sonae.ledger l WHERE org_id = $1 AND kind LIKE 'survey.%'`,
    [orgId],
  );
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/名古屋|Nagoya/);
  const read = () => readReplacements(ctx, caseId, 1);
  await expect(readReplacements(rater, caseId, 1)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, read);
  expect((await read()).log.map(({ was }) => was).join()).toContain('名古屋');
  const told = await house.clone.query(
    `SELECT body FROM sonae.ledger WHERE org_id = $1 AND kind = 'survey.replacements-read'`,
    [orgId],
  );
  expect(told).toMatchObject([{ body: { caseId, number: 1 } }]);
});

test('an edition is never changed, and another organisation and whoever may not see the case have none', async () => {
  const { ctx, caseId, rater } = await body();
  await makeEdition(ctx, caseId);
  await expect(
    house.clone.query(`SET ROLE sonae_app; UPDATE sonae.survey_public_edition SET hash = ''`),
  ).rejects.toThrow('permission denied');
  const form = await callRoute(ctx, 'GET /api/survey/cases/:id/public-form', { params: { id: caseId } });
  expect(form).toMatchObject({ caseVersion: 1 });
  await expect(lookAtPublicForm(rater, caseId)).rejects.toMatchObject({ code: 'forbidden' });
  const other = await body();
  await expect(lookAtPublicForm(other.ctx, caseId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(lookAtEdition(other.ctx, caseId, 1)).rejects.toMatchObject({ code: 'not-found' });
  await expect(makeEdition(other.ctx, caseId)).rejects.toMatchObject({ code: 'not-found' });
  const { editions } = await callRoute(ctx, 'GET /api/survey/cases/:id/editions', { params: { id: caseId } });
  expect(editions).toMatchObject([{ number: 1, caseVersion: 1 }]);
});

test('a case that is hidden hides its editions, and what stands on its list', async () => {
  const room = await IncidentRoom.open(house);
  const { orgId, ctx, caseId } = await body(entities, room.orgId);
  await makeEdition(ctx, caseId);
  await house.clone.query('UPDATE learn_case SET incident_id = $1 WHERE id = $2', [room.incidentId, caseId]);
  await house.clone.query('INSERT INTO restricted_incident (org_id, incident_id) VALUES ($1, $2)', [
    orgId,
    room.incidentId,
  ]);
  await expect(lookAtEdition(ctx, caseId, 1)).rejects.toMatchObject({ code: 'not-found' });
  await expect(readReplacements(ctx, caseId, 1)).rejects.toMatchObject({ code: 'not-found' });
  await expect(makeEdition(ctx, caseId)).rejects.toMatchObject({ code: 'not-found' });
  expect(await reading(ctx, (trx) => entitiesOf(trx, caseId))).toEqual([]);
});

import fs from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../../database/transaction.ts';
import { newId } from '../../../../kernel/clock.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { heard, surveyed } from '../../../../test/hearing-room.ts';
import { TestHouse } from '../../../../test/house.ts';
import { callRoute } from '../../../../test/route-caller.ts';
import { openCase } from '../../../learn/cases/open-case.ts';
import { readCase } from '../../../learn/cases/read-case.ts';
import type { Entity } from '../entities/schema.ts';
import { entityFileOf, takeEntityFile } from './entity-file.ts';
import { fillEntities } from './fill-entities.ts';
import { entitiesOf } from './index.ts';
import { changeEntity, listEntity, unlistEntity } from './list-entity.ts';

const written = readCase(
  fs.readFileSync(new URL('../../../../cases/09-network-blip.yaml', import.meta.url), 'utf8'),
);
let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** A case that was drafted of an event with a report and a hearing, and tells of what is said here as well. */
async function drafted(says = '東西電力の中継サーバー2号が停止した。') {
  const of = await surveyed(house);
  await heard(of.ctx, of.eventId, [{ speaker: '佐藤' }, { speaker: 'システム部長' }]);
  const { id: caseId } = await openCase(of.ctx, {
    ...written,
    title: { ja: says, en: 'A relay server stopped' },
  });
  await house.clone.query(`INSERT INTO sonae.survey_draft VALUES ($1, $2, $3, '', now())`, [
    of.orgId,
    of.eventId,
    caseId,
  ]);
  return { ...of, caseId, list: () => reading(of.ctx, (trx) => entitiesOf(trx, caseId)) };
}
const kestrel: Entity = {
  kind: 'product',
  names: ['ケストレル', 'Kestrelwave'],
  aliases: ['KW3'],
  label: { ja: '監視製品', en: 'monitoring product' },
};

test('something is put on the list, changed on what was seen, and taken off for good', async () => {
  const { orgId, ctx, responder, caseId, list } = await drafted();
  const add = () => listEntity(ctx, caseId, kestrel);
  await expect(listEntity(responder, caseId, kestrel)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listEntity(ctx, newId(), kestrel)).rejects.toMatchObject({ code: 'not-found' });
  await asItWas(house.clone, orgId, add);
  expect(await race(house.clone, [orgId], add, add)).toEqual({ won: 1, lost: ['invalid'] });
  const [{ id } = { id: '' }] = await list();
  // By any of its names, in any width, it is the same.
  await expect(listEntity(ctx, caseId, { ...kestrel, names: ['ｹｽﾄﾚﾙ'], aliases: [] })).rejects.toMatchObject({
    details: { fields: [{ field: 'names' }] },
  });
  await expect(
    listEntity(ctx, caseId, {
      kind: 'place',
      names: ['青北'],
      aliases: [],
      label: { ja: 'ケストレル拠点', en: 'site' },
    }),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'label' }] } });
  const change = () => changeEntity(ctx, caseId, id, { ...kestrel, kind: 'system', seen: 1 });
  await asItWas(house.clone, orgId, change);
  expect(await race(house.clone, [orgId], change, change)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(unlistEntity(ctx, caseId, id, 1)).rejects.toMatchObject({ code: 'conflict' });
  const remove = () => unlistEntity(ctx, caseId, id, 2);
  await asItWas(house.clone, orgId, remove);
  expect(await race(house.clone, [orgId], remove, remove)).toEqual({ won: 1, lost: ['not-found'] });
  expect(await list()).toEqual([]);
});

test('the list is filled from report, hearing and registers, and not again with what was taken off', async () => {
  const { orgId, ctx, responder, caseId, list } = await drafted('青北製作所の担当者が東西電力に連絡した。');
  await house.clone.query(
    `INSERT INTO sonae.survey_operator (org_id, id, version, name, way, via, contacts, note, verified_how, changed_at)
     VALUES ($1, $2, 1, '青北製作所', 'direct', '', '[]', '', '', now()), ($1, $3, 1, '名前の出ない会社', 'direct', '', '[]', '', '', now())`,
    [orgId, newId(), newId()],
  );
  const fill = () => fillEntities(ctx, caseId);
  await expect(fillEntities(responder, caseId)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, fill);
  const both = await Promise.all([fill(), fill()]);
  expect(both.filter(({ added }) => added === 0)).toHaveLength(1);
  const listed = new Map(
    (await list()).map(({ names: [name = ''], kind, origin }) => [name, [kind, origin]]),
  );
  expect(Object.fromEntries(listed)).toEqual({
    東西電力: ['organisation', 'report'],
    システム部門: ['organisation', 'report'],
    運用支援会社: ['organisation', 'report'],
    中継サーバー2号: ['system', 'report'],
    '2026-01-05': ['date', 'report'],
    山田: ['person', 'hearing'],
    'yamada@example.jp': ['code', 'hearing'],
    佐藤: ['person', 'hearing'],
    青北製作所: ['organisation', 'register'],
  });
  const sato = (await list()).find(({ names }) => names.includes('佐藤'));
  await unlistEntity(ctx, caseId, sato?.id ?? '', 1);
  expect(await fill()).toEqual({ added: 0, extended: 0 });
  // Whoever fills it from reports has read them.
  const read = `SELECT DISTINCT what FROM sonae.survey_reading WHERE org_id = $1`;
  expect(await house.clone.query(read, [orgId])).toEqual([{ what: 'read' }]);
});

test('what one case was kept silent of is listed for the next that speaks of it', async () => {
  const { ctx, caseId } = await drafted();
  await listEntity(ctx, caseId, kestrel);
  const spoken = await openCase(ctx, {
    ...written,
    title: { ja: 'ケストレルの停止', en: 'Kestrelwave stops' },
  });
  const silent = await openCase(ctx, written);
  await fillEntities(ctx, spoken.id);
  await fillEntities(ctx, silent.id);
  const of = (id: string) => reading(ctx, (trx) => entitiesOf(trx, id));
  expect(await of(spoken.id)).toMatchObject([{ ...kestrel, origin: 'word' }]);
  expect(await of(silent.id)).toEqual([]);
});

test('what earlier cases call something is kept, whoever names it first, and on the list as well', async () => {
  const { ctx, caseId, list } = await drafted('東西電力（TZP、とうざい）の中継サーバー2号が停止した。');
  const label = { ja: '甲社', en: 'Company A' };
  const utility = { kind: 'organisation', names: ['東西電力'], aliases: ['TZP', 'とうざい'], label } as const;
  const { id: lastYear } = await openCase(ctx, written);
  await listEntity(ctx, lastYear, { ...utility, names: [...utility.names], aliases: [...utility.aliases] });
  await fillEntities(ctx, caseId);
  const named = async () => (await list()).find(({ names }) => names.includes('東西電力'));
  expect(await named()).toMatchObject({ aliases: ['TZP', 'とうざい'], origin: 'report', version: 1 });
  // What a later case was kept silent of is added to what is listed here already.
  const { id: later } = await openCase(ctx, written);
  await listEntity(ctx, later, {
    kind: 'organisation',
    names: ['東西電力', 'Tozai Power'],
    aliases: ['Ｔ電'],
  });
  const fill = () => fillEntities(ctx, caseId);
  expect((await Promise.all([fill(), fill()])).map(({ extended }) => extended).sort()).toEqual([0, 1]);
  expect(await named()).toMatchObject({
    names: ['東西電力', 'Tozai Power'],
    aliases: ['TZP', 'とうざい', 'Ｔ電'],
    version: 2,
  });
});

test('a file adds what else it calls what is listed, and what was taken off stays off when a list is filled', async () => {
  const { orgId, ctx, caseId, list } = await drafted();
  await listEntity(ctx, caseId, { ...kestrel, label: { ja: '監視のＫＷ九', en: 'monitoring' } });
  const take = () =>
    takeEntityFile(ctx, caseId, 'entities: [{kind: product, names: [ケストレル], aliases: [KW3, KW九]}]');
  await asItWas(house.clone, orgId, take);
  expect(await take()).toEqual({ added: 0, extended: 1, known: 0 });
  expect(await take()).toEqual({ added: 0, extended: 0, known: 1 });
  // A label that tells of the new word is none any more.
  const [listed] = await list();
  expect(listed).toMatchObject({ aliases: ['KW3', 'KW九'], label: null, version: 2 });
  await unlistEntity(ctx, caseId, listed?.id ?? '', 2);
  const { id: other } = await openCase(ctx, written);
  await listEntity(ctx, other, {
    ...kestrel,
    names: ['中継サーバー2号'],
    aliases: ['ケストレル', '中継二号'],
  });
  await fillEntities(ctx, caseId);
  expect((await list()).find(({ names }) => names.includes('中継サーバー2号'))?.aliases).toEqual([
    '中継二号',
  ]);
});

test('what comes in at once keeps its order, for sites are numbered by it', async () => {
  const { ctx, caseId, list } = await drafted();
  const names = Array.from({ length: 30 }, (_, i) => `拠点${String.fromCharCode(0x4e00 + i * 11)}山`);
  const entities = names.map((name) => `  - {kind: place, names: [${name}]}`).join('\n');
  await takeEntityFile(ctx, caseId, `entities:\n${entities}`);
  expect((await list()).flatMap((each) => each.names)).toEqual(names);
});

test('a list goes out as the command line reads it, and comes in without what stands there', async () => {
  const { orgId, ctx, caseId, list } = await drafted();
  await listEntity(ctx, caseId, kestrel);
  const { yaml } = await entityFileOf(ctx, caseId);
  const other = await drafted();
  const take = () => takeEntityFile(other.ctx, other.caseId, yaml);
  await asItWas(house.clone, other.orgId, take);
  expect(await race(house.clone, [other.orgId], take, take)).toEqual({ won: 2, lost: [] });
  expect(await other.list()).toMatchObject([kestrel]);
  await expect(takeEntityFile(ctx, caseId, 'entities: [{kind: boat}]')).rejects.toMatchObject({
    code: 'invalid',
  });
  // Nothing of another organisation is there.
  for (const act of [
    () => fillEntities(other.ctx, caseId),
    () => takeEntityFile(other.ctx, caseId, yaml),
    () => entityFileOf(other.ctx, caseId),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'not-found' });
  const { entities } = await callRoute(ctx, 'GET /api/survey/cases/:id/entities', { params: { id: caseId } });
  expect(entities).toMatchObject([{ ...kestrel, version: 1 }]);
  // The record says which entry, never what it names.
  const lines = await house.clone.query<{ line: string }>(
    `SELECT l::text AS line FROM sonae.ledger l WHERE org_id = $1 AND kind LIKE 'survey.entit%'`,
    [orgId],
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.map(({ line }) => line).join()).not.toMatch(/ケストレル|Kestrel/);
  expect(await list()).toHaveLength(1);
});

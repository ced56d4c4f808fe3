import { afterAll, beforeAll, expect, test } from 'vitest';
import { reading } from '../../../../database/transaction.ts';
import { asItWas, race } from '../../../../test/acts.ts';
import { STOPPED, surveyed } from '../../../../test/hearing-room.ts';
import { TestHouse } from '../../../../test/house.ts';
import { callRoute } from '../../../../test/route-caller.ts';
import { openCase } from '../../../learn/cases/open-case.ts';
import { reviseCase } from '../../../learn/cases/revise-case.ts';
import { caseDocument } from '../../../learn/cases/schema.ts';
import { openPoints } from '../index.ts';
import { makeEdition } from '../make-edition.ts';
import { decideRow, linkageFor, notePublicFact } from './decide-row.ts';
import { logAttempt } from './log-attempt.ts';
import { newAttempt, publicFact, type RowDecision } from './schema.ts';

const told = (ja: string, en: string, order = 1) =>
  caseDocument.parse({
    id: 'stopped',
    order,
    causeGroup: 'unknown',
    title: { ja, en },
    outline: [{ ja: `概要${order}`, en: `Outline ${order}` }],
    figure: { boxes: [{ id: 'a', kind: 'system', name: { ja: 'システム', en: 'System' } }] },
    sections: {},
  });
const FIRST = told('端末37台が停止', '37 terminals stopped');

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

async function edition() {
  const of = await surveyed(house);
  const { id: caseId } = await openCase(of.ctx, FIRST);
  await house.clone.query(`INSERT INTO sonae.survey_draft VALUES ($1, $2, $3, '', now())`, [
    of.orgId,
    of.eventId,
    caseId,
  ]);
  await makeEdition(of.ctx, caseId);
  const open = async (kind: string) =>
    (await reading(of.ctx, (trx) => openPoints(trx, caseId))).filter((point) => point.kind === kind);
  const sheet = () => linkageFor(of.ctx, caseId);
  return { ...of, caseId, open, sheet };
}
const attempt = (more: object = {}) =>
  newAttempt.parse({
    number: 1,
    triedBy: '外部の記者',
    minutes: 90,
    means: '検索、公表資料',
    found: false,
    ...more,
  });

test('what an edition could be linked by is decided row by row, and kept where nothing changes', async () => {
  const { orgId, ctx, responder, caseId, open, sheet } = await edition();
  const { number, rows } = await sheet();
  expect(number).toBe(1);
  expect(rows.map(({ kind, open: isOpen }) => [kind, isOpen])).toEqual([['count', true], ['combination', true]]); // biome-ignore format: one line
  expect(await open('linkage')).toHaveLength(2);
  const [count, combination] = rows;
  const decision = (more: Partial<RowDecision> = {}): RowDecision => ({
    key: count?.key ?? '',
    as: 'accepted',
    reason: '同規模の事業者が多い',
    seen: 0,
    ...more,
  });
  const decide = () => decideRow(ctx, caseId, decision());
  await expect(decideRow(responder, caseId, decision())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(decideRow(ctx, caseId, decision({ key: 'count:1' }))).rejects.toMatchObject({
    code: 'invalid',
  });
  await asItWas(house.clone, orgId, decide);
  expect(await race(house.clone, [orgId], decide, decide)).toEqual({ won: 1, lost: ['conflict'] });
  await decideRow(ctx, caseId, decision({ key: combination?.key ?? '', as: 'reworded' }));
  expect((await open('linkage')).map(({ field }) => field)).toEqual([combination?.key]);
  // Another edition in which the words about it are the same.
  await reviseCase(ctx, caseId, {
    version: 1,
    document: { ...FIRST, outline: [{ ja: '別の概要', en: 'Another outline' }] },
  });
  await makeEdition(ctx, caseId);
  expect((await sheet()).rows[0]).toMatchObject({ open: false, decision: { as: 'accepted', number: 1 } });
  // And one in which they are not.
  await reviseCase(ctx, caseId, { version: 2, document: told('端末37台が故障', '37 terminals failed') });
  await makeEdition(ctx, caseId);
  expect((await sheet()).rows[0]).toMatchObject({ open: true, decision: null });
});

test('an event that is not the only one of its kind is no combination', async () => {
  const { ctx, eventId } = await surveyed(house);
  const { id: caseId } = await openCase(ctx, FIRST);
  await house.clone.query(`INSERT INTO sonae.survey_draft VALUES ($1, $2, $3, '', now())`, [
    ctx.orgId,
    eventId,
    caseId,
  ]);
  await makeEdition(ctx, caseId);
  await house.clone.query(
    `INSERT INTO sonae.survey_report SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),
       'event_id', gen_random_uuid(), 'number', 2))).* FROM sonae.survey_report r WHERE org_id = $1`,
    [ctx.orgId],
  );
  expect((await linkageFor(ctx, caseId)).rows.map(({ kind }) => kind)).toEqual(['count']);
  expect(STOPPED.sector).toBeDefined();
});

test('what stands elsewhere is noted, and answered by the next edition', async () => {
  const { orgId, ctx, responder, caseId, open, sheet } = await edition();
  const fact = publicFact.parse({ text: '端末の停止が報じられた', address: 'https://news.example/1' });
  expect(publicFact.safeParse({ text: 'x', address: 'javascript:alert(1)' }).success).toBe(false);
  const note = () => notePublicFact(ctx, caseId, fact);
  await expect(notePublicFact(responder, caseId, fact)).rejects.toMatchObject({ code: 'forbidden' });
  await asItWas(house.clone, orgId, note);
  const { id } = await note();
  const key = `fact:${id}`;
  expect((await open('linkage')).map(({ field }) => field)).toContain(key);
  await decideRow(ctx, caseId, { key, as: 'reworded', reason: '表現を変える', seen: 0 });
  expect((await open('linkage')).map(({ field }) => field)).toContain(key);
  await reviseCase(ctx, caseId, { version: 1, document: told('端末が停止', 'Terminals stopped') });
  await makeEdition(ctx, caseId);
  expect((await sheet()).rows.find((row) => row.key === key)).toMatchObject({
    open: false,
    address: fact.address,
  });
});

test('attempts to identify are logged, and what was found stays open until there is another edition', async () => {
  const { orgId, ctx, responder, caseId, open } = await edition();
  expect(await open('attempt')).toHaveLength(1);
  const log = () => logAttempt(ctx, caseId, attempt());
  await expect(logAttempt(responder, caseId, attempt())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(logAttempt(ctx, caseId, attempt({ number: 2 }))).rejects.toMatchObject({
    details: { fields: [{ field: 'number' }] },
  });
  await asItWas(house.clone, orgId, log);
  await log();
  expect(await open('attempt')).toEqual([]);
  await logAttempt(ctx, caseId, attempt({ found: true }));
  expect(await open('attempt')).toHaveLength(1);
  await reviseCase(ctx, caseId, { version: 1, document: told('端末が停止', 'Terminals stopped') });
  await makeEdition(ctx, caseId);
  expect(await open('attempt')).toHaveLength(1);
  await logAttempt(ctx, caseId, attempt({ number: 2 }));
  expect(await open('attempt')).toEqual([]);
  const { attempts } = await callRoute(ctx, 'GET /api/survey/cases/:id/linkage', { params: { id: caseId } });
  expect(attempts.map(({ number, found }) => [number, found])).toEqual([[2, false], [1, true], [1, false]]); // biome-ignore format: one line
  // What reads otherwise has to be tried anew.
  await reviseCase(ctx, caseId, { version: 2, document: told('端末の停止', 'Terminals stop') });
  await makeEdition(ctx, caseId);
  expect(await open('attempt')).toHaveLength(1);
  const other = await edition();
  await expect(linkageFor(other.ctx, caseId)).rejects.toMatchObject({ code: 'not-found' });
  await expect(logAttempt(other.ctx, caseId, attempt())).rejects.toMatchObject({ code: 'not-found' });
  await expect(notePublicFact(other.ctx, caseId, publicFact.parse({ text: 'x' }))).rejects.toMatchObject({
    code: 'not-found',
  });
});

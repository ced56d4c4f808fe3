import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { TestHouse } from '../../../test/house.ts';
import { changePerson } from '../../prepare/contacts/change-person.ts';
import { addUnit } from '../../prepare/parties/add-unit.ts';
import { shareIncident } from '../../respond/incidents/share-incident.ts';
import { declareIncident } from '../../respond/lifecycle/declare-incident.ts';
import { closeIncident, turnIncident } from '../../respond/lifecycle/turn-incident.ts';
import { addEntry } from '../../respond/timeline/add-entry.ts';
import { amendEntry } from '../../respond/timeline/amend-entry.ts';
import { ROLE_NAMES, ROLES } from '../../roles.ts';
import { draftCase } from './draft-case.ts';
import { figureSoFar } from './figure-so-far.ts';
import { listUnsaid } from './list-unsaid.ts';
import { listVersions } from './list-versions.ts';
import { openCase } from './open-case.ts';
import { readCase } from './read-case.ts';
import { reviseCase } from './revise-case.ts';
import { type CaseFilter, caseFilter } from './schema.ts';
import { findCase, listCases } from './store.ts';
import { turnCase } from './turn-case.ts';

const file = (name: string) =>
  readCase(fs.readFileSync(new URL(`../../../cases/${name}`, import.meta.url), 'utf8'));
const blip = file('09-network-blip.yaml');
const leak = file('05-website-data-leak.yaml');

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open({ role: 'all' });
});
afterAll(() => house.close());

const list = async (orgId: string, filter: Partial<CaseFilter> = {}) =>
  (await reading(house.system(orgId), (trx) => listCases(trx, caseFilter.parse(filter)))).cases;
const stored = async (orgId: string, id: string) => {
  const found = await reading(house.system(orgId), (trx) => findCase(trx, id));
  if (!found) throw new Error('no case');
  return found;
};

describe('writing', () => {
  test('a case file becomes a draft, whatever state it claims', async () => {
    const orgId = await house.organisation();
    const { id } = await openCase(house.system(orgId), blip);
    expect(await stored(orgId, id)).toMatchObject({
      state: 'draft',
      version: 1,
      document: { title: blip.title },
    });
  });

  test('two people at once: the second is told, and nothing of the first is lost', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const { id } = await openCase(ctx, blip);
    const mine = { ...blip, title: { ja: '私の題', en: 'Mine' } };
    const theirs = { ...blip, title: { ja: '別の題', en: 'Theirs' } };
    const both = await Promise.allSettled([
      reviseCase(ctx, id, { version: 1, document: mine }),
      reviseCase(ctx, id, { version: 1, document: theirs }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((each) => each.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict' });
    const now = await stored(orgId, id);
    expect(now.version).toBe(2);
    expect([mine.title, theirs.title]).toContainEqual(now.document.title);
    const versions = await house.clone.query<{ version: number }>(
      `SELECT version FROM learn_case_version WHERE case_id = '${id}' ORDER BY version`,
    );
    expect(versions.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('a claim that became more certain without evidence may be drafted, but not approved', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const unsure = structuredClone(blip);
    Object.assign(unsure.sections.cause[0]?.text ?? {}, { hedges: [{ id: 'h1', certainty: 'possible' }] });
    const { id } = await openCase(ctx, unsure);
    await reviseCase(ctx, id, { version: 1, document: blip });
    await reviseCase(ctx, id, { version: 2, document: blip });
    await turnCase(ctx, id, 'submit', 3);
    await expect(turnCase(ctx, id, 'approve', 3)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'document.sections.cause.0.text' }] },
    });
  });

  test('a draft may be in one language; its revisions say who changed what', async () => {
    const orgId = await house.organisation();
    const person = await house.person(orgId, ['responder']);
    const ctx = house.as(orgId, person, ['responder']);
    const { id } = await openCase(ctx, blip);
    await reviseCase(ctx, id, { version: 1, document: { ...blip, title: { ja: '瞬断', en: '' } } });
    const [second, first] = (await listVersions(ctx, id)).versions;
    expect(second).toMatchObject({ version: 2, changed: ['title'], changedBy: 'responder' });
    expect(first).toMatchObject({ version: 1, changed: [] });
  });

  test('a figure that cannot be drawn is refused and changes nothing', async () => {
    const orgId = await house.organisation();
    const { id } = await openCase(house.system(orgId), blip);
    const broken = structuredClone(blip);
    broken.figure.arrows.push({ from: 'nobody', to: 'op', ways: 'one', nature: 'act', labels: [] });
    await expect(reviseCase(house.system(orgId), id, { version: 1, document: broken })).rejects.toMatchObject(
      {
        code: 'invalid',
      },
    );
    expect((await stored(orgId, id)).version).toBe(1);
  });
});

describe('review', () => {
  test('submit, return, submit, approve; a reviewed case is not written on until it is reopened', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const { id } = await openCase(ctx, blip);
    await expect(turnCase(ctx, id, 'approve', 1)).rejects.toMatchObject({ code: 'conflict' });
    for (const turn of ['submit', 'return', 'submit', 'approve'] as const) await turnCase(ctx, id, turn, 1);
    expect((await stored(orgId, id)).state).toBe('reviewed');
    await expect(reviseCase(ctx, id, { version: 1, document: blip })).rejects.toMatchObject({
      code: 'conflict',
    });
    await turnCase(ctx, id, 'reopen', 1);
    await reviseCase(ctx, id, { version: 1, document: blip });
  });

  test('who approves has read what is approved', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const { id } = await openCase(ctx, blip);
    await turnCase(ctx, id, 'submit', 1);
    await turnCase(ctx, id, 'return', 1);
    await reviseCase(ctx, id, { version: 1, document: { ...blip, title: { ja: '別の題', en: 'Other' } } });
    await turnCase(ctx, id, 'submit', 2);
    await expect(turnCase(ctx, id, 'approve', 1)).rejects.toMatchObject({ code: 'conflict' });
    expect((await stored(orgId, id)).state).toBe('inReview');
  });

  test('errors stop the approval, each named', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const empty = structuredClone(blip);
    empty.sections.measures = [];
    const { id } = await openCase(ctx, empty);
    await turnCase(ctx, id, 'submit', 1);
    await expect(turnCase(ctx, id, 'approve', 1)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: [{ field: 'document.sections.measures' }] },
    });
  });

  test('each role writes and reviews exactly as the table says', async () => {
    const orgId = await house.organisation();
    for (const role of ROLE_NAMES) {
      const ctx = house.as(orgId, await house.person(orgId, [role]), [role]);
      const may = (permission: string) => (ROLES[role].permissions as readonly string[]).includes(permission);
      const opened = await openCase(ctx, blip).catch((error: { code: string }) => error.code);
      if (may('case.write')) expect(opened, role).toHaveProperty('id');
      else expect(opened, role).toBe('forbidden');
      const { id } = await openCase(house.system(orgId), blip);
      await turnCase(house.system(orgId), id, 'submit', 1);
      const approved = await turnCase(ctx, id, 'approve', 1).catch((error: { code: string }) => error.code);
      expect(approved, role).toBe(may('case.review') ? undefined : 'forbidden');
    }
  });
});

describe('finding', () => {
  test('by words in either language, whatever their width or long vowels; by cause, theme and state', async () => {
    const orgId = await house.organisation();
    const ctx = house.system(orgId);
    const { id: first } = await openCase(ctx, blip);
    const { id: second } = await openCase(ctx, leak);
    const ids = async (filter: Partial<CaseFilter>) => (await list(orgId, filter)).map(({ id }) => id);
    for (const search of ['中継サーバ', '中継サーバー', '中継ｻｰﾊﾞｰ', 'RELAY'])
      expect(await ids({ search })).toEqual([first]);
    expect(await ids({ search: 'SQLインジェクション' })).toEqual([second]);
    expect(await ids({ search: '100%_' })).toEqual([]);
    expect(await ids({ group: 'cyberAttack' })).toEqual([second]);
    expect(await ids({ theme: 'contacts' })).toEqual([first]);
    expect(await ids({ state: 'reviewed' })).toEqual([]);
    expect((await ids({})).sort()).toEqual([first, second].sort());
  });

  test('another organisation’s cases are not there', async () => {
    const mine = await house.organisation();
    const theirs = await house.organisation();
    await openCase(house.system(theirs), blip);
    expect(await list(mine)).toEqual([]);
  });
});

describe('from an incident', () => {
  test('closing opens one draft: what the ledger knows in its place, the rest as questions', async () => {
    const orgId = await house.organisation();
    const ctx = () => house.system(orgId);
    const { id: incidentId } = await declareIncident(ctx(), {
      title: '取水ポンプ停止',
      severity: 2,
      page: false,
      note: '',
    });
    await addEntry(ctx(), incidentId, { text: '予備機に切り換えだ', precision: 'minute' });
    const [noted] = await house.clone.query<{ seq: number }>(
      `SELECT seq FROM ledger WHERE incident_id = '${incidentId}' AND kind = 'timeline.noted'`,
    );
    await amendEntry(ctx(), incidentId, noted?.seq ?? 0, 'correct', { text: '予備機に切り換えた' });
    await turnIncident(ctx(), incidentId, 'resolve', { note: '圧力が戻った' });
    await closeIncident(ctx(), incidentId, {
      cyber: { was: 'excluded', how: '機器の故障' },
      left: { ministry: '基準に当たらない' },
    });
    const id = await house.until(async () => (await list(orgId))[0]?.id);
    const { document, incidentId: from } = await stored(orgId, id);
    expect(from).toBe(incidentId);
    expect(document.title.ja).toBe('取水ポンプ停止');
    expect(document.sections.response.map(({ text }) => text.ja)).toEqual([
      '検知時、予備機に切り換えた。',
      '検知時、「所管省庁・国家サイバー統括室（情報連絡）」への報告は不要と判断した（理由：基準に当たらない）。',
      '検知時、復旧したと判断した（圧力が戻った）。対応を終了した。',
      '主な時刻は次のとおりである。',
    ]);
    expect(document.sections.detection.map(({ text }) => text.ja)).toEqual([
      '検知時、インシデントとして宣言した（深刻度：2）。',
    ]);
    expect(document.sections.cause.map(({ text }) => text)).toMatchObject([
      {
        ja: '検知時、サイバー攻撃ではないと判断した（根拠：機器の故障）。',
        hedges: [{ certainty: 'unknown' }],
      },
    ]);
    expect(document.questions.length).toBeGreaterThan(4);
    expect(document.sections.response[0]?.outcome).toBe('unknown');
    // A draft says all of it; what is left out of it later, or entered afterwards, is offered.
    const unsaid = async () =>
      (await listUnsaid(ctx(), id)).map(({ section, claim }) => `${section}: ${claim.text.ja}`);
    expect(await unsaid()).toEqual([]);
    await reviseCase(ctx(), id, {
      version: 1,
      document: { ...document, sections: { ...document.sections, detection: [] } },
    });
    expect(await unsaid()).toEqual(['detection: 検知時、インシデントとして宣言した（深刻度：2）。']);
    const [asked] = document.questions.filter(({ about }) => about === 'measures');
    expect(asked?.ja).toContain('再発防止');
    const reader = house.as(orgId, await house.person(orgId, ['executive']), ['executive']);
    await expect(listUnsaid(reader, id)).rejects.toMatchObject({ code: 'forbidden' });
    // It tells what stands in the room: nobody reads that by another way.
    const outside = ctx();
    const permissions = new Set(outside.actor.permissions);
    permissions.delete('room.read');
    const without = { ...outside, actor: { ...outside.actor, permissions } };
    await expect(listUnsaid(without, id)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(figureSoFar(without, incidentId)).rejects.toMatchObject({ code: 'forbidden' });
    // A timer may run twice, and an incident may be closed again.
    await inTransaction(ctx(), (tx) => draftCase(tx, { incidentId }));
    expect(await list(orgId)).toHaveLength(1);
  });

  test('the figure shows who took part and what was affected; marked entries go on it, however many there are', async () => {
    const orgId = await house.organisation();
    const system = () => house.system(orgId);
    const { id: unitId } = await addUnit(system(), { name: '運転管理部', parentId: null });
    await house.person(orgId, ['administrator']);
    const operator = await house.person(orgId, ['commander']);
    await changePerson(system(), operator, { name: '当直', language: 'ja', roles: ['commander'], unitId });
    const contractor = await house.person(orgId, ['contractor']);
    const { id: incidentId } = await declareIncident(system(), {
      title: '圧力低下',
      severity: 2,
      page: false,
      note: '',
    });
    await shareIncident(system(), incidentId, contractor, true);
    const by = (id: string, role: 'commander' | 'contractor') => house.as(orgId, id, [role]);
    for (let n = 1; n <= 12; n += 1)
      await addEntry(by(operator, 'commander'), incidentId, {
        text: `作業${n}`,
        precision: 'minute',
        ...(n % 2 === 0 && { figure: true }),
      });
    await addEntry(by(contractor, 'contractor'), incidentId, {
      text: '部品を交換',
      precision: 'minute',
      figure: true,
    });
    await turnIncident(system(), incidentId, 'resolve', { note: '' });
    await closeIncident(system(), incidentId, {
      cyber: { was: 'excluded', how: '機器の故障' },
      left: { ministry: '基準に当たらない' },
    });
    const id = await house.until(async () => (await list(orgId))[0]?.id);
    const { document } = await stored(orgId, id);
    const box = (name: string) => document.figure.boxes.find((each) => each.name.ja === name);
    expect(box('運転管理部')?.labels.map(({ text }) => text.ja)).toEqual([
      '作業2',
      '作業4',
      '作業6',
      '作業8',
      '作業10',
      '作業12',
    ]);
    expect(box('委託先')?.labels.map(({ numbers }) => numbers)).toEqual([[7]]);
    // Each marked entry is a claim of its own, tied to its number; the others stand together.
    const told = document.sections.response.flatMap(({ text, labels }) =>
      text.ja.includes('作業') ? [labels] : [],
    );
    expect(told.filter((labels) => labels.length > 0)).toEqual([
      ['r1'],
      ['r2'],
      ['r3'],
      ['r4'],
      ['r5'],
      ['r6'],
    ]);
    const whole = document.sections.response.map(({ text }) => text.ja).join('');
    for (let n = 1; n <= 12; n += 1) expect(whole).toContain(`作業${n}（運転管理部）。`);
    expect(whole).toContain('部品を交換（委託先）。');
    expect(document.sections.background.map(({ text }) => text.ja).join()).toContain('運転管理部、委託先');
    expect(JSON.stringify(document)).not.toContain('当直');
  });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction, reading } from '../../../database/transaction.ts';
import { newId } from '../../../kernel/clock.ts';
import { Fault } from '../../../kernel/errors.ts';
import { asItWas, race } from '../../../test/acts.ts';
import { TestHouse } from '../../../test/house.ts';
import { readyToPublish, shortCase } from '../../../test/survey-to-publish.ts';
import { findCase } from '../../learn/cases/index.ts';
import { reviseCase } from '../../learn/cases/revise-case.ts';
import type { CaseDocument } from '../../learn/cases/schema.ts';
import { makeEdition } from '../anonymise/make-edition.ts';
import { readZip } from '../anonymise/reading/zip.ts';
import { enterState, lockCycle } from '../cycles/acts.ts';
import { findCycle } from '../cycles/index.ts';
import { openCycle } from '../cycles/open-cycle.ts';
import { newCycle } from '../cycles/schema.ts';
import { listErrata, lookAtPublication, readArtefact } from './look-at-publication.ts';
import { publishReport } from './publish-report.ts';
import { reportErratum } from './report-erratum.ts';
import { erratumTurn, newErratum, newPublication } from './schema.ts';
import { settleErratum } from './settle-erratum.ts';
import { zipSite } from './site-of-body.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await TestHouse.open();
});
afterAll(() => house.close());

/** Every point a refusal names: `field: what to do`. */
async function refused(act: Promise<unknown>): Promise<string[]> {
  try {
    await act;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return (error.details.fields ?? []).map(({ field, mend }) => `${field}: ${mend.en}`);
  }
  throw new Error('it was published');
}

test('a report is published as an edition whose files are kept with their hashes, and its survey with it', async () => {
  const { orgId, ctx, cycleId, cases, as, publish } = await readyToPublish(house);
  for (const other of [as('rater'), as('responder')])
    await expect(publish(0, {}, other)).rejects.toMatchObject({ code: 'forbidden' });
  // What the house says of itself is looked at too, in every file, as it was finished: the case itself tells nothing of it.
  const listed = newId();
  const [{ caseId = '' } = {}] = cases;
  await house.clone.query(
    `INSERT INTO sonae.survey_entity (org_id, case_id, id, version, kind, names, aliases, origin, changed_by, changed_at)
     VALUES ($1, $2, $3, 1, 'organisation', '["甲山"]', '[]', 'hand', '', now())`,
    [orgId, caseId, listed],
  );
  const told = await refused(publish());
  for (const file of ['report-ja.pdf', 'report-en.html', 'report-ja.md', 'report-en.json', 'edition.json'])
    expect(told.join('\n')).toContain(`${file}: ${file} (`);
  expect(told.find((each) => each.startsWith('report-ja.pdf'))).toMatch(
    /page \d+, text\) still tells “甲山”/,
  );
  await house.clone.query('DELETE FROM sonae.survey_entity WHERE id = $1', [listed]);
  await asItWas(house.clone, orgId, () => publish());
  expect(await race(house.clone, [orgId], publish, publish)).toEqual({ won: 1, lost: ['conflict'] });
  expect(await reading(ctx, (trx) => findCycle(trx, cycleId))).toMatchObject({ state: 'published' });
  const view = await lookAtPublication(ctx, cycleId);
  const [edition] = view.editions;
  expect(view.editions).toHaveLength(1);
  expect(edition?.cases.map(({ number }) => number)).toEqual([1, 2]);
  expect(edition?.differences.map(({ kind }) => kind)).toEqual(['added', 'added']);
  expect(edition?.artefacts.map(({ name }) => name)).toEqual([
    'edition.json',
    ...['en', 'ja'].flatMap((language) =>
      ['html', 'json', 'md', 'pdf'].map((kind) => `report-${language}.${kind}`),
    ),
  ]);
  for (const { name, sha256, size } of edition?.artefacts ?? []) {
    const bytes = await readArtefact(ctx, cycleId, 1, name);
    expect([name, createHash('sha256').update(bytes).digest('hex'), bytes.length]).toEqual([
      name,
      sha256,
      size,
    ]);
  }
  await expect(readArtefact(ctx, cycleId, 2, 'edition.json')).rejects.toMatchObject({ code: 'not-found' });
  // Nobody writes it anew, whoever owns the rows.
  await expect(
    house.clone.query(`SET ROLE sonae_app; UPDATE sonae.survey_publication SET number = 2`),
  ).rejects.toThrow('permission denied');
  const site = readZip(await zipSite(ctx, undefined)) ?? [];
  expect(site.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ja/2024/case-2.html', 'en/2024/index.html', 'files/2024/report-ja.pdf']),
  );
});

test('everything that is open is named at once, by case, and nothing is made', async () => {
  const { orgId, ctx, cycleId, cases, consent, publish, draft } = await readyToPublish(house);
  const [first, second] = cases;
  if (!first || !second) throw new Error('two cases');
  await consent(first.caseId, first.hash, 'asked');
  const third = await draft(shortCase(7));
  await house.clone.query(
    `INSERT INTO sonae.survey_candidate VALUES ($1, $2, $3, 'R-2', 'x', NULL, NULL, '{}', NULL, now(), NULL)`,
    [orgId, cycleId, newId()],
  );
  await house.clone.query(
    `INSERT INTO sonae.survey_pick SELECT org_id, cycle_id, event_id, '', '', now() FROM sonae.survey_candidate WHERE receipt_number = 'R-2' AND cycle_id = $1`,
    [cycleId],
  );
  await house.clone.query(`UPDATE sonae.survey_cycle SET purpose = '' WHERE id = $1`, [cycleId]);
  const points = await refused(publish());
  expect(points).toEqual([
    expect.stringMatching(/^purpose: /),
    expect.stringMatching(new RegExp(`^cases\\.${first.caseId}\\.consent: The operator has not agreed`)),
    expect.stringMatching(new RegExp(`^cases\\.${third}\\.edition: There is no public edition`)),
    expect.stringMatching(new RegExp(`^cases\\.${third}\\.attempts: No attempt to identify`)),
    expect.stringMatching(/^cases: A selected event was not drafted/),
  ]);
  const view = await lookAtPublication(ctx, cycleId);
  expect(view.editions).toEqual([]);
  expect(view.points.map(({ field }) => field)).toEqual(['purpose']);
  expect(view.cases.flatMap((each) => each.points)).toHaveLength(4);
  expect(view.state).toBe('review');
});

test.each([
  ['none', /No one was asked/],
  ['expired', /has expired/],
  ['withdrawn', /was withdrawn/],
] as const)('a consent that is %s publishes nothing', async (state, words) => {
  const { cases, consent, publish } = await readyToPublish(house, [shortCase(0)]);
  const [one] = cases;
  await consent(one?.caseId ?? '', one?.hash ?? '', state);
  expect(await refused(publish())).toEqual([expect.stringMatching(words)]);
});

test('a changed comma, label of the figure or alternative text is another edition, and needs another consent', async () => {
  const { ctx, cases, agreed, publish } = await readyToPublish(house, [shortCase(0)]);
  const [{ caseId = '', hash: first = '' } = {}] = cases;
  const changes: readonly ((document: CaseDocument) => void)[] = [
    ({ sections }) => {
      const [claim] = sections.cause;
      if (claim) claim.text.ja += '、';
    },
    ({ figure }) => {
      const [label] = figure.boxes[0]?.labels ?? [];
      if (label) label.text.en += '.';
    },
    // The name of a box is read out with the figure.
    ({ figure }) => {
      const [box] = figure.boxes;
      if (box) box.name.ja += '等';
    },
  ];
  const hashes = [first];
  for (const [i, change] of changes.entries()) {
    const document = structuredClone((await reading(ctx, (trx) => findCase(trx, caseId)))?.document);
    if (!document) throw new Error('no case');
    change(document);
    await reviseCase(ctx, caseId, { version: i + 1, document });
    const { hash } = await makeEdition(ctx, caseId);
    expect(hashes).not.toContain(hash);
    hashes.push(hash);
    expect((await refused(publish())).join('\n')).toContain(`cases.${caseId}.consent: No one was asked`);
  }
  // A row that somebody changed behind the house is not what was agreed to.
  await agreed(caseId).catch(() => undefined);
  await house.clone.query(
    `UPDATE sonae.survey_public_edition SET document = jsonb_set(document, '{title,ja}', '"別の題"') WHERE case_id = $1`,
    [caseId],
  );
  expect((await refused(publish())).join('\n')).toContain(
    `cases.${caseId}.edition: The public edition does not match`,
  );
});

test('who takes the consent back leaves a number behind: in the next edition, in the site, with the day', async () => {
  const { ctx, cycleId, cases, consent, draft, agreed, publish } = await readyToPublish(house);
  await publish();
  const [first] = cases;
  if (!first) throw new Error('no case');
  await consent(first.caseId, first.hash, 'withdrawn');
  // Nothing that was published is changed by it, and nothing stands in the way of the next.
  const between = await lookAtPublication(ctx, cycleId);
  expect(between.cases.flatMap(({ points }) => points)).toEqual([]);
  expect(between.cases.map(({ number, gone }) => [number, gone])).toEqual(
    expect.arrayContaining([
      [1, true],
      [2, false],
    ]),
  );
  // The site is not handed out with it any more.
  await expect(zipSite(ctx, undefined)).rejects.toMatchObject({ code: 'conflict' });
  await expect(
    reportErratum(ctx, cycleId, newErratum.parse({ number: 1, reportedBy: '読者', claim: '誤り' })),
  ).resolves.toMatchObject({});
  const third = await draft(shortCase(3));
  await agreed(third);
  await expect(publish(0)).rejects.toMatchObject({ code: 'conflict' });
  expect(await publish(1)).toEqual({ number: 2 });
  const { editions } = await lookAtPublication(ctx, cycleId);
  expect(editions[0]?.cases).toMatchObject([
    { number: 1, title: null, withdrawn: true },
    { number: 2, withdrawn: false },
    { number: 3, withdrawn: false },
  ]);
  expect(editions[0]?.differences).toEqual([
    { kind: 'withdrawn', number: 1 },
    { kind: 'added', number: 3 },
  ]);
  const data = String(await readArtefact(ctx, cycleId, 2, 'edition.json'));
  const title = shortCase(0).title;
  expect(data).not.toContain(title.ja);
  for (const { name } of editions[0]?.artefacts ?? [])
    if (!name.endsWith('.pdf'))
      for (const told of Object.values(title))
        expect(String(await readArtefact(ctx, cycleId, 2, name)).includes(String(told)), name).toBe(false);
  await expect(
    reportErratum(ctx, cycleId, newErratum.parse({ number: 1, reportedBy: '読者', claim: '誤り' })),
  ).rejects.toMatchObject({ details: { fields: [{ field: 'number' }] } });
  expect(String(await readArtefact(ctx, cycleId, 1, 'edition.json'))).toContain(title.ja);
  const site = new Map(
    (readZip(await zipSite(ctx, undefined)) ?? []).map(({ name, bytes }) => [name, String(bytes)]),
  );
  expect(site.get('ja/2024/case-1.html')).toContain('取り下げ');
  for (const [name, text] of site)
    if (!name.startsWith('files/')) expect(text.includes(title.ja), name).toBe(false);
  // It does not come back by itself, and its number is nobody else's.
  expect(await publish(2)).toEqual({ number: 3 });
  const again = await lookAtPublication(ctx, cycleId);
  expect(again.editions[0]?.cases.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
    [1, true],
    [2, false],
    [3, false],
  ]);
});

test('a case is left out with a reason; tables that tell a count are refused', async () => {
  const { orgId, ctx, cycleId, cases, consent, publish } = await readyToPublish(house);
  const [first, second] = cases;
  if (!first || !second) throw new Error('two cases');
  await consent(first.caseId, first.hash, 'withdrawn');
  const leaveOut = [{ caseId: first.caseId, reason: '同意を得られなかった' }];
  await expect(publish(0, { leaveOut: [{ caseId: newId(), reason: 'x' }] })).rejects.toMatchObject({
    details: { fields: [{ field: 'leaveOut.0.caseId' }] },
  });
  await publish(0, { leaveOut });
  const { editions } = await lookAtPublication(ctx, cycleId);
  expect(editions[0]?.cases).toMatchObject([{ number: 1, title: { ja: shortCase(6).title.ja } }]);
  // Another survey whose window shares days with one that was published, with a table of sectors.
  const { id } = await openCycle(
    ctx,
    newCycle.parse({
      fiscalYear: 2025,
      window: { from: '2024-07-01', until: '2025-06-30' },
      purpose: 'p',
      plan: { name: 'n', decidedBy: 'd', decidedOn: '2022-06-17' },
    }),
  );
  for (const state of ['rating', 'selected', 'hearing', 'drafting', 'review'] as const)
    await inTransaction(ctx, async (tx) => {
      const cycle = await lockCycle(tx.sql, id);
      if (cycle) await enterState(tx, cycle, state, '');
    });
  for (const table of ['survey_candidate', 'survey_pick'])
    await house.clone.query(
      `INSERT INTO sonae.${table} SELECT (jsonb_populate_record(t, jsonb_build_object('cycle_id', $1::uuid))).* FROM sonae.${table} t
       WHERE org_id = $2 AND event_id = (SELECT event_id FROM sonae.survey_draft WHERE case_id = $3)`,
      [id, orgId, second.caseId],
    );
  const other = (more: object) => publishReport(ctx, id, newPublication.parse({ seen: 0, ...more }));
  expect(await refused(other({}))).toEqual([
    expect.stringMatching(/^statistics: The period overlaps with a published table/),
  ]);
  expect(await other({ sectors: false })).toEqual({ number: 1 });
});

test('errata are reported, held, verified or rejected, and stand with the next edition', async () => {
  const { orgId, ctx, as, cycleId, publish } = await readyToPublish(house, [shortCase(0)]);
  const tell = (told: object, by = ctx) =>
    reportErratum(by, cycleId, newErratum.parse({ reportedBy: '読者', claim: '時刻が誤っている', ...told }));
  await expect(tell({})).rejects.toMatchObject({ code: 'conflict' });
  await publish(0, { english: { purpose: 'What figures do not show' } });
  await expect(tell({}, as('rater'))).rejects.toMatchObject({ code: 'forbidden' });
  await expect(tell({ number: 9 })).rejects.toMatchObject({ details: { fields: [{ field: 'number' }] } });
  await asItWas(house.clone, orgId, () => tell({ number: 1 }));
  const { id } = await tell({ number: 1 });
  const settle = (to: string, more: object = {}) =>
    settleErratum(ctx, cycleId, id, erratumTurn.parse({ to, ...more }));
  await expect(settle('held')).rejects.toMatchObject({ details: { fields: [{ field: 'reason' }] } });
  await settle('held', { reason: '事業者に照会中' });
  await expect(settle('verified', { text: { ja: '正しくは夕方です。', en: '' } })).rejects.toMatchObject({
    details: { fields: [{ field: 'text.en' }] },
  });
  const text = {
    ja: '検知は朝ではなく夕方でした。',
    en: 'It was detected in the evening, not in the morning.',
  };
  const verify = () => settle('verified', { text });
  await asItWas(house.clone, orgId, verify);
  expect(await race(house.clone, [orgId], verify, verify)).toEqual({ won: 1, lost: ['conflict'] });
  await expect(settle('rejected', { reason: 'x' })).rejects.toMatchObject({ code: 'conflict' });
  expect(await listErrata(ctx, cycleId)).toMatchObject([{ id, number: 1, state: 'verified', text }]);
  const whole = await tell({ number: null });
  await settleErratum(ctx, cycleId, whole.id, erratumTurn.parse({ to: 'verified', text }));
  await publish(1);
  const { editions } = await lookAtPublication(ctx, cycleId);
  // What is wrong in a case is put right there, with its operator's consent: until it is the report says nothing of it.
  expect(editions[0]?.differences).toEqual([{ kind: 'erratum', number: null }]);
  // What was said in English before is said again.
  for (const words of [text.en, 'What figures do not show'])
    expect(String(await readArtefact(ctx, cycleId, 2, 'report-en.md'))).toContain(words);
  const site = readZip(await zipSite(ctx, undefined)) ?? [];
  expect(String(site.find(({ name }) => name === 'ja/2024/index.html')?.bytes)).toContain(text.ja);
});

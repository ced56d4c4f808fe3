import { openCase } from '../areas/learn/cases/open-case.ts';
import type { CaseDocument } from '../areas/learn/cases/schema.ts';
import type { Role } from '../areas/roles.ts';
import { decideWords, wordsFor } from '../areas/survey/anonymise/deciding/decide-words.ts';
import { decideRow, linkageFor } from '../areas/survey/anonymise/linkage/decide-row.ts';
import { logAttempt } from '../areas/survey/anonymise/linkage/log-attempt.ts';
import { newAttempt } from '../areas/survey/anonymise/linkage/schema.ts';
import { makeEdition } from '../areas/survey/anonymise/make-edition.ts';
import { enterState, lockCycle } from '../areas/survey/cycles/acts.ts';
import { openCycle } from '../areas/survey/cycles/open-cycle.ts';
import { newCycle } from '../areas/survey/cycles/schema.ts';
import { publishReport } from '../areas/survey/publication/publish-report.ts';
import { newPublication } from '../areas/survey/publication/schema.ts';
import { type Context, inTransaction } from '../database/transaction.ts';
import { newId } from '../kernel/clock.ts';
import { figureData } from '../report/figure/schema.ts';
import type { TestHouse } from './house.ts';
import { nineCases } from './survey-book.ts';

/** One box with a label: laid out in no time. */
const figure = figureData.parse({
  boxes: [
    {
      id: 'core',
      kind: 'system',
      name: { ja: '基幹システム', en: 'Core system' },
      labels: [{ id: 'e1', kind: 'event', numbers: [1], text: { ja: '停止', en: 'Stopped' } }],
    },
  ],
});

const MOST_DECISIONS = 500;

/** A case as short as it may be, told like one of the nine. */
export function shortCase(of: number): CaseDocument {
  const document = nineCases()[of];
  if (!document) throw new Error(`there is no case ${of}`);
  return { ...document, figure };
}

/** Everything nobody has published yet names nobody here. */
async function decideAll(ctx: Context, caseId: string): Promise<void> {
  const { words } = await wordsFor(ctx, caseId);
  for (let at = 0; at < words.length; at += MOST_DECISIONS)
    await decideWords(
      ctx,
      caseId,
      words.slice(at, at + MOST_DECISIONS).map(({ word }) => ({ word, as: 'harmless' as const })),
    );
}

/** What the edition could be linked by is let stand, and somebody tried in vain to say who it is. */
async function nobodyIdentified(ctx: Context, caseId: string, number: number): Promise<void> {
  const { rows } = await linkageFor(ctx, caseId);
  for (const { key, open, decision } of rows)
    if (open)
      await decideRow(ctx, caseId, {
        key,
        as: 'accepted',
        reason: '多くの事業者に当てはまる',
        seen: decision ? 1 : 0,
      });
  await logAttempt(
    ctx,
    caseId,
    newAttempt.parse({ number, triedBy: '職員', minutes: 30, means: '検索', found: false, note: '' }),
  );
}

/** A body whose survey is as far as it can be before it is published: chosen, drafted, anonymised, agreed to. */
export async function readyToPublish(
  house: TestHouse,
  documents: readonly CaseDocument[] = [shortCase(0), shortCase(6)],
  within?: { readonly orgId: string; readonly personId: string },
) {
  const orgId = within?.orgId ?? (await house.organisation('調査機関'));
  const person = within?.personId ?? (await house.person(orgId, ['secretariat']));
  const as = (...roles: Role[]) => house.as(orgId, person, roles);
  const ctx = as('secretariat');
  const { id: cycleId } = await openCycle(
    ctx,
    newCycle.parse({
      fiscalYear: 2024,
      purpose: '指標では把握できない実態を補う',
      plan: { name: '行動計画', decidedBy: '甲山戦略本部', decidedOn: '2022-06-17' },
    }),
  );
  for (const state of ['rating', 'selected', 'hearing', 'drafting', 'review'] as const)
    await inTransaction(ctx, async (tx) => {
      const cycle = await lockCycle(tx.sql, cycleId);
      if (cycle) await enterState(tx, cycle, state, '');
    });

  /** Picks an event and drafts it as a case. */
  const draft = async (document: CaseDocument): Promise<string> => {
    const eventId = newId();
    const { id: caseId } = await openCase(ctx, document);
    await house.clone.query(
      `INSERT INTO sonae.survey_candidate VALUES ($1, $2, $3, 'R-0001', '障害', NULL, NULL, '{}', NULL, now(), NULL)`,
      [orgId, cycleId, eventId],
    );
    await house.clone.query(`INSERT INTO sonae.survey_pick VALUES ($1, $2, $3, '', '', now())`, [
      orgId,
      cycleId,
      eventId,
    ]);
    await house.clone.query(`INSERT INTO sonae.survey_draft VALUES ($1, $2, $3, '', now())`, [
      orgId,
      eventId,
      caseId,
    ]);
    await decideAll(ctx, caseId);
    return caseId;
  };
  const operatorId = newId();
  await house.clone.query(
    `INSERT INTO sonae.survey_operator (org_id, id, version, name, way, via, contacts, note, verified_how, changed_at)
     VALUES ($1, $2, 1, '甲水道', 'direct', '', '[]', '', '', now())`,
    [orgId, operatorId],
  );
  /** What the operator said of a hash last; how it is said is the review's own matter. */
  const consent = async (
    caseId: string,
    hash: string,
    state: 'given' | 'asked' | 'none' | 'expired' | 'withdrawn',
  ): Promise<void> => {
    const sql = (text: string, values: unknown[]) => house.clone.query(text, values);
    await sql(
      `INSERT INTO sonae.survey_review (org_id, id, case_id, operator_id) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [orgId, newId(), caseId, operatorId],
    );
    await sql('DELETE FROM sonae.survey_consent WHERE case_id = $1 AND hash = $2', [caseId, hash]);
    const of = '(SELECT id FROM sonae.survey_review WHERE case_id = $3)';
    if (state === 'asked')
      await sql(
        `INSERT INTO sonae.survey_review_asking (org_id, id, review_id, case_id, edition, hash, way, name, email, language,
           consent_days, asked_by, asked_at, until)
         VALUES ($1, $2, ${of}, $3, 1, $4, 'link', '', '', 'ja', 365, '', now(), '2200-01-01Z')`,
        [orgId, newId(), caseId, hash],
      );
    if (state === 'asked' || state === 'none') return;
    await sql(
      `INSERT INTO sonae.survey_consent (org_id, id, review_id, case_id, edition, hash, by, how, given_at, until, withdrawn_at)
       VALUES ($1, $2, ${of}, $3, 1, $4, '', 'email', '2020-01-01Z', $5, $6)`,
      [
        orgId,
        newId(),
        caseId,
        hash,
        state === 'expired' ? '2020-01-02Z' : '2200-01-01Z',
        state === 'withdrawn' ? '2020-01-02Z' : null,
      ],
    );
  };
  /** Makes a public edition of the newest version, and has its operator agree to it. */
  const agreed = async (caseId: string): Promise<string> => {
    await decideAll(ctx, caseId);
    const { number, hash } = await makeEdition(ctx, caseId);
    await nobodyIdentified(ctx, caseId, number);
    await consent(caseId, hash, 'given');
    return hash;
  };
  const cases: { caseId: string; hash: string }[] = [];
  for (const document of documents) {
    const caseId = await draft(document);
    cases.push({ caseId, hash: await agreed(caseId) });
  }
  const publish = (seen = 0, more: object = {}, by = ctx) =>
    publishReport(by, cycleId, newPublication.parse({ seen, ...more }));
  return { orgId, as, ctx, cycleId, cases, draft, agreed, consent, publish };
}

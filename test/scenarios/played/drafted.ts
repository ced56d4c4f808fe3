import { expect } from 'vitest';
import { THREAD_OF } from '../../../areas/learn/cases/drafting/threads.ts';
import { lifeWords } from '../../../areas/learn/cases/life/words.ts';
import type { CaseDocument } from '../../../areas/learn/cases/schema.ts';
import { claimsOf } from '../../../areas/learn/cases/texts/rules.ts';
import { inferredOf, structureFaults } from '../../../report/figure/rules.ts';
import { callRoute, type Reply } from '../../route-caller.ts';
import type { Stage } from './staged.ts';

type Drafted = Reply<'GET /api/learn/cases/:id'>;

/** The draft that closing the incident opened. */
export async function draftOfStage(stage: Stage, by: string): Promise<Drafted> {
  const id = await stage.house.until(async () => {
    const found = await callRoute(stage.context(by), 'GET /api/learn/incidents/:id/case', {
      params: { id: stage.incidentId },
    });
    return found.case?.id;
  });
  return callRoute(stage.context(by), 'GET /api/learn/cases/:id', { params: { id } });
}

/** The lines a claim names as its source. */
export function sourceLines(source: string | undefined): number[] {
  const [, list = ''] = /^#\d+: ([\d–, ]+)$/.exec(source ?? '') ?? [];
  return list.split(', ').flatMap((run) => {
    const [from = 0, to = from] = run.split('–').map(Number);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}

/** What a sentence of a draft says was done, and the kind of line without which it was not. */
const DONE: readonly (readonly [said: RegExp, kind: string])[] = [
  [/インシデントとして宣言/g, 'incident.declared'],
  [/との検知があった/g, 'incident.detected'],
  [/アラート「.*?」を受信/g, 'incident.signals-linked'],
  [/の設置が提案された/g, 'headquarters.proposed'],
  [/」を設置した/g, 'headquarters.set-up'],
  [/本部の運営を変更/g, 'headquarters.changed'],
  [/本部を解散/g, 'headquarters.stood-down'],
  [/の担当を定めた/g, 'role.assigned'],
  [/を引き継いだ/g, 'role.taken'],
  [/と決定した/g, 'decision.recorded'],
  [/を依頼した（/g, 'task.opened'],
  [/を指示した/g, 'task.opened'],
  [/との回答を得た/g, 'request.answered'],
  [/緊急変更「[^」]*」を提案/g, 'change.proposed'],
  [/緊急変更「[^」]*」を(?:承認|不承認|適用|切り戻|恒久)/g, 'change.turned'],
  [/」と発表した/g, 'statement.sent'],
  [/との問い合わせを受けた/g, 'inquiry.logged'],
  [/」と回答）/g, 'inquiry.answered'],
  [/を提出した/g, 'report.submitted'],
  [/報告は不要と判断/g, 'report.not-needed'],
  [/見積もりは/g, 'incident.estimated'],
  [/に変更した（根拠/g, 'incident.reclassified'],
  [/と評価した/g, 'incident.rated'],
  [/復旧したと判断/g, 'incident.resolved'],
  [/対応を再開した/g, 'incident.reopened'],
  [/対応を終了した/g, 'incident.closed'],
  [/の復旧方法を/g, 'recovery.strategy-chosen'],
  [/を復旧の対象とした/g, 'recovery.began'],
  [/復旧の理由は/g, 'recovery.attributed'],
  [/仮説(?:が支持|を棄却|は判断)|サイバー攻撃(?:ではない)?と判断/g, 'hypothesis.settled'],
];

/** What of the record no claim tells, and what of the claims no line says; both lists are to be empty. */
export async function heldAgainstRecord(
  stage: Stage,
  document: CaseDocument,
): Promise<{ missing: string[]; invented: string[] }> {
  const lines = await stage.house.clone.query<{ seq: number; kind: string; body: unknown }>(
    `SELECT seq::int AS seq, kind, body FROM ledger WHERE incident_id = '${stage.incidentId}' ORDER BY seq`,
  );
  const told = new Set(claimsOf(document).flatMap(({ source }) => sourceLines(source)));
  const places: Readonly<Record<string, string>> = THREAD_OF;
  const missing = lines
    .filter(({ kind, seq }) => kind in places && places[kind] !== 'making' && !told.has(seq))
    .map(({ kind, seq }) => `${seq} ${kind}`);
  const known = new Map(lines.map(({ seq, kind }) => [seq, kind]));
  const registers = await stage.house.clone.query<{ said: string }>(
    `SELECT entry::text AS said FROM register_entry WHERE org_id = $1 UNION ALL SELECT name FROM asset WHERE org_id = $1
     UNION ALL SELECT came_from FROM inquiry WHERE org_id = $1`,
    [stage.orgId],
  );
  const said = [...lines.map(({ body }) => JSON.stringify(body)), ...registers.map((each) => each.said)].join(
    '\n',
  );
  const invented = claimsOf(document).flatMap(({ id, source, text, times, estimates }) => [
    ...(sourceLines(source).length === 0 ? [`${id} has no source`] : []),
    ...sourceLines(source)
      .filter((seq) => !known.has(seq))
      .map((seq) => `${id} rests on line ${seq}, which is of no such incident`),
    ...DONE.filter(
      ([said, kind]) =>
        (text.ja.match(said)?.length ?? 0) >
        sourceLines(source).filter((seq) => known.get(seq) === kind).length,
    ).map(([, kind]) => `${id} says more often than the record: ${kind}`),
    // Whatever is quoted from the record stands there, or is a word of ours for what stands there.
    ...[...text.en.matchAll(/“([^”]+)”/g)].flatMap(([, quoted = '']) =>
      said.includes(quoted) || !/[ぁ-ん一-龠]/u.test(quoted) ? [] : [`${id} quotes “${quoted}”`],
    ),
    ...[...times, ...estimates].flatMap((each) =>
      'unstated' in each ? [] : each.after === '' ? [`${id} has no time`] : [],
    ),
  ]);
  return { missing, invented };
}

/** Every claim as it is printed, a line each, in one language. */
export const printed = (document: CaseDocument, language: 'ja' | 'en'): string[] =>
  claimsOf(document).map((claim) =>
    [claim.text[language], ...lifeWords(claim, claimsOf(document), language)].join(' / '),
  );

/** Which of these no claim says: all words of one fact in one claim. */
export function missingFrom(
  document: CaseDocument,
  facts: Readonly<Record<string, readonly string[]>>,
): string[] {
  const claims = printed(document, 'ja');
  return Object.entries(facts)
    .filter(([, words]) => !claims.some((claim) => words.every((word) => claim.includes(word))))
    .map(([fact]) => fact);
}

/** The arrows of a figure as a reader sees them. */
export function arrowsOf({ figure }: CaseDocument): string[] {
  expect(structureFaults(figure)).toEqual([]);
  expect(inferredOf(figure, 'ja')).toBeUndefined();
  const name = new Map(figure.boxes.map((box) => [box.id, box.name.ja]));
  return figure.arrows.map(
    ({ from, to, nature, labels }) =>
      `${name.get(from)} → ${name.get(to)} (${nature}): ${labels.map(({ text }) => text.ja).join('、')}`,
  );
}

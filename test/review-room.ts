import { openCase } from '../areas/learn/cases/open-case.ts';
import { reviseCase } from '../areas/learn/cases/revise-case.ts';
import { type CaseDocument, caseDocument } from '../areas/learn/cases/schema.ts';
import { configureChannel } from '../areas/sending/channels/configure-channel.ts';
import { makeEdition } from '../areas/survey/anonymise/make-edition.ts';
import { listReports } from '../areas/survey/intake/index.ts';
import { matchOperator } from '../areas/survey/intake/place-report.ts';
import { reportFilter } from '../areas/survey/intake/schema.ts';
import { addOperator } from '../areas/survey/operators/keep-operator.ts';
import { operatorBody } from '../areas/survey/operators/schema.ts';
import { askReview } from '../areas/survey/review/ask-review.ts';
import { reviewAsked, reviewHandedIn } from '../areas/survey/review/schema.ts';
import { type Context, reading } from '../database/transaction.ts';
import { surveyed } from './hearing-room.ts';
import type { TestHouse } from './house.ts';

const both = (ja: string, en: string) => ({ ja, en });

/** A case that names nobody, in two pages' worth of parts. */
export const TOLD: CaseDocument = caseDocument.parse({
  id: 'relay-stop',
  causeGroup: 'systemDefect',
  title: both('拠点の機器が停止した', 'Devices at sites stopped'),
  outline: [both('拠点の機器が停止した。', 'Devices at sites stopped.')],
  summary: [
    both(
      '中継の機器が応答せず、拠点の機器が停止した。',
      'Relays did not answer, so devices at sites stopped.',
    ),
  ],
  figure: {
    boxes: [
      {
        id: 'relay',
        kind: 'system',
        name: both('中継の機器', 'Relay'),
        labels: [{ kind: 'event', numbers: [1], text: both('応答しない', 'No answer') }],
      },
      { id: 'staff', kind: 'department', name: both('システム部門', 'Systems department') },
    ],
    arrows: [
      {
        from: 'staff',
        to: 'relay',
        labels: [{ kind: 'response', numbers: [1], text: both('切り離した', 'Cut off') }],
      },
    ],
  },
  sections: {
    background: [
      { id: 'b1', text: both('中継の機器は拠点を結んでいた。', 'The relays connected the sites.') },
    ],
    detection: [{ id: 'd1', text: both('監視が停止を検知した。', 'Monitoring noticed the stop.') }],
    response: [
      { id: 'r1', text: both('担当者が切り離しを指示した。', 'The person in charge had it cut off.') },
    ],
  },
  lessons: [
    {
      id: 'l1',
      title: both('再試行の間隔を見直す', 'Review how often devices try again'),
      body: both('間隔が短いと、負荷が重なる。', 'Short intervals add up to load.'),
    },
  ],
});

/** Another registered route than the mailbox of the link: a telephone of the same person. */
export const CONTACTS = [
  { name: '山田', role: 'システム部長', email: 'yamada@example.jp', phone: '090-1234-5678' },
  { name: '佐藤', role: '広報', email: 'sato@example.jp' },
];

/** A surveying body with a case that was drafted from a report of an operator, and its first public edition. */
export async function reviewRoom(house: TestHouse, contacts: readonly object[] = CONTACTS) {
  const { orgId, ctx, eventId, responder } = await surveyed(house);
  const { id: operatorId } = await addOperator(
    ctx,
    operatorBody.parse({ name: '東西電力株式会社', contacts }),
  );
  const { reports } = await reading(ctx, (trx) => listReports(trx, reportFilter.parse({}), ctx.now));
  await matchOperator(ctx, reports[0]?.id ?? '', operatorId);
  const { id: caseId } = await openCase(ctx, TOLD);
  await house.clone.query(`INSERT INTO sonae.survey_draft VALUES ($1, $2, $3, '', now())`, [
    orgId,
    eventId,
    caseId,
  ]);
  const { hash } = await makeEdition(ctx, caseId);
  await configureChannel(house.system(orgId), 'email', {
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    from: 'survey@example.jp',
  });
  return { orgId, ctx, caseId, operatorId, eventId, responder, hash };
}

export const handedIn = (seen: string, ...comments: object[]) =>
  reviewHandedIn.parse({ comments, by: '山田（システム部長）', seen });

/** The next edition of a case, as the document says now. */
export async function nextEdition(ctx: Context, caseId: string, version: number, document: CaseDocument) {
  await reviseCase(ctx, caseId, { version, document });
  return makeEdition(ctx, caseId);
}

/** Whoever comes by a link may answer, and nothing else. */
export const byLink = (ctx: Context, askingId: string): Context => ({
  ...ctx,
  actor: {
    kind: 'link',
    id: askingId,
    personId: undefined,
    permissions: new Set(['confirmation.answer']),
    outside: false,
  },
});

/** Asks the operator; whoever comes by the link it was sent. */
export async function askedBy(
  house: TestHouse,
  ctx: Context,
  caseId: string,
  operatorId: string,
  more: object = {},
): Promise<{ askingId: string; reviewId: string; operator: Context; token: string }> {
  const { reviewId, link } = await askReview(
    ctx,
    caseId,
    reviewAsked.parse({ operatorId, email: 'yamada@example.jp', ...more }),
  );
  const [row] = await house.clone.query<{ id: string }>(
    'SELECT id FROM sonae.survey_review_asking WHERE org_id = $1 AND ended_at IS NULL AND review_id = $2',
    [ctx.orgId, reviewId],
  );
  const askingId = row?.id ?? '';
  return { askingId, reviewId, operator: byLink(ctx, askingId), token: String(link).split('/').at(-1) ?? '' };
}

import { type Details, saysNoMore, type Telling } from '../../telling.ts';
import type { facts } from '../facts.ts';
import {
  COMMENT_KIND_WORDS,
  CYCLE_STATE_WORDS,
  HEARING_STATE_WORDS,
  KIND_WORDS,
  REFUSAL_NAMES,
  receiptNumber,
  STAGE_WORDS,
  VERDICT_WORDS,
} from '../terms/words.ts';

interface Numbered {
  readonly kind: string;
  readonly number: number;
}

const whichKind = ({ kind }: Pick<Numbered, 'kind'>, { say }: Telling): readonly string[] =>
  Object.hasOwn(KIND_WORDS, kind) ? [say(KIND_WORDS[kind as keyof typeof KIND_WORDS])] : [];
/** Of which kind, and its number among those to or from the same organisation. */
const whichPackage = ({ kind, number }: Numbered, telling: Telling): readonly string[] => [
  ...whichKind({ kind }, telling),
  telling.say({ ja: '{number}番', en: 'No. {number}' }, { number }),
];

const whichEdition = (edition: number, { say }: Telling): readonly string[] => [
  say({ ja: '第{edition}版', en: 'Edition {edition}' }, { edition }),
];

export const details: Details<typeof facts> = {
  'survey.candidates-listed': ({ eligible, out }, { say }) => [
    say({ ja: '対象{eligible}件、対象外{out}件', en: '{eligible} eligible, {out} not' }, { eligible, out }),
  ],
  'survey.selection-signed': ({ number, hash }, { say }) => [
    say({ ja: '第{number}版 {hash}', en: 'Edition {number}, {hash}' }, { number, hash: hash.slice(0, 16) }),
  ],
  'survey.public-edition-made': ({ number, hash }, { say }) => [
    say({ ja: '第{number}版 {hash}', en: 'Edition {number}, {hash}' }, { number, hash: hash.slice(0, 16) }),
  ],
  'survey.words-decided': ({ harmless, named }, { say }) => [
    say(
      { ja: '問題なし{harmless}語、伏せる語{named}語', en: '{harmless} harmless, {named} to withhold' },
      { harmless, named },
    ),
  ],
  'survey.identification-tried': ({ number, found }, { say }) => [
    say({ ja: '第{number}版', en: 'Edition {number}' }, { number }),
    say(found ? { ja: '特定された', en: 'Identified' } : { ja: '特定されなかった', en: 'Not identified' }),
  ],
  'survey.entities-filled': ({ added }, { say }) => [
    say({ ja: '{added}件を追加', en: '{added} added' }, { added }),
  ],
  'survey.replacements-read': ({ number }, { say }) => [
    say({ ja: '第{number}版', en: 'Edition {number}' }, { number }),
  ],
  'survey.cycle-opened': ({ fiscalYear }, { say }) => [
    say({ ja: '{year}年度', en: 'Fiscal year {year}' }, { year: fiscalYear }),
  ],
  'survey.review-asked': ({ edition }, telling) => whichEdition(edition, telling),
  'survey.review-commented': ({ edition }, telling) => whichEdition(edition, telling),
  'survey.consent-given': ({ edition, hash }, telling) => [
    ...whichEdition(edition, telling),
    hash.slice(0, 16),
  ],
  'survey.consent-expired': ({ edition }, telling) => whichEdition(edition, telling),
  'survey.cycle-turned': ({ state }, { say }) => [say(CYCLE_STATE_WORDS[state])],
  'survey.report-published': ({ number }, { say }) => [
    say({ ja: '第{number}版', en: 'Edition {number}' }, { number }),
  ],
  'survey.lessons-sent': ({ number }, telling) => whichEdition(number, telling),
  ...saysNoMore(
    'survey.erratum-reported',
    'survey.erratum-settled',
    'survey.hearing-planned',
    'survey.hearing-mailed',
    'survey.cooperation-agreed',
    'survey.hearing-question-added',
    'survey.minutes-written',
    'survey.material-handed-over',
    'survey.material-passed-on',
    'survey.minutes-sent',
    'survey.correction-answered',
    'survey.minutes-confirmed',
    'survey.case-drafted',
    'survey.entity-listed',
    'survey.linkage-decided',
    'survey.disclosure-decided',
    'survey.disclosure-approved',
    'survey.public-fact-noted',
    'survey.entity-unlisted',
    'survey.review-ended',
    'survey.review-reminded',
    'survey.review-mailed',
    'survey.review-draft-kept',
    'survey.review-answered',
    'survey.consent-code-sent',
    'survey.consent-code-mailed',
    'survey.consent-code-failed',
    'survey.consent-withdrawn',
    'survey.list-kept',
    'survey.deadlines-kept',
    'survey.operator-kept',
    'survey.operator-verified',
    'survey.operator-ended',
    'survey.report-drafted',
    'survey.draft-saved',
    'survey.report-withdrawn',
    'survey.report-matched',
    'survey.report-joined',
    'survey.report-led',
    'survey.question-asked',
    'survey.question-answered',
    'survey.question-dropped',
    'own-report.begun',
    'own-report.saved',
    'own-report.sent',
    'own-report.settled',
    'own-report.judged',
    'own-report.asked',
    'own-report.withdrawn',
    'own-report.question-dropped',
    'own-report.answered',
    'own-report.minutes-received',
    'own-report.minutes-answered',
    'own-report.minutes-settled',
    'own-report.review-received',
    'own-report.review-commented',
    'own-report.review-answered',
    'own-report.consent-sent',
    'own-report.consent-taken-back',
    'own-report.review-settled',
    'survey.lesson-answers-received',
    'own-report.lessons-received',
    'own-report.lesson-answered',
    'own-report.lesson-answers-settled',
    'survey.report-read',
    'survey.door-opened',
    'survey.door-closed',
    'survey.door-mailed',
    'survey.report-source-added',
    'survey.cycle-changed',
    'survey.criteria-kept',
    'survey.rater-assigned',
    'survey.rater-removed',
    'survey.rating-kept',
    'survey.sheet-locked',
    'survey.sheet-unlocked',
    'survey.picks-kept',
    'exchange.key-made',
    'peer.kept',
    'peer.confirmed',
    'peer.revoked',
  ),
  'survey.report-received': ({ number, stage }, { say }) => [receiptNumber(number), say(STAGE_WORDS[stage])],
  'survey.report-judged': ({ verdict }, { say }) => [say(VERDICT_WORDS[verdict])],
  'package.sent': whichPackage,
  'package.delivered': whichPackage,
  'package.receipted': whichPackage,
  'package.declined': whichPackage,
  'package.received': whichPackage,
  'package.read': whichKind,
  'package.refused': ({ reason }, { say }) => [say(REFUSAL_NAMES[reason])],
  'survey.hearing-turned': ({ state }, { say }) => [say(HEARING_STATE_WORDS[state])],
  'survey.minutes-commented': ({ kind }, { say }) => [say(COMMENT_KIND_WORDS[kind])],
};

import { type Details, saysNoMore } from '../../telling.ts';
import { STAGE_WORDS } from '../content/words.ts';
import { CYCLE_STATE_WORDS } from '../cycles/words.ts';
import type { facts } from '../facts.ts';
import { receiptNumber } from '../intake/rules.ts';
import { VERDICT_WORDS } from '../intake/words.ts';

export const details: Details<typeof facts> = {
  'survey.candidates-listed': ({ eligible, out }, { say }) => [
    say({ ja: '対象{eligible}件、対象外{out}件', en: '{eligible} eligible, {out} not' }, { eligible, out }),
  ],
  'survey.selection-signed': ({ number, hash }, { say }) => [
    say({ ja: '第{number}版 {hash}', en: 'Edition {number}, {hash}' }, { number, hash: hash.slice(0, 16) }),
  ],
  'survey.cycle-opened': ({ fiscalYear }, { say }) => [
    say({ ja: '{year}年度', en: 'Fiscal year {year}' }, { year: fiscalYear }),
  ],
  'survey.cycle-turned': ({ state }, { say }) => [say(CYCLE_STATE_WORDS[state])],
  ...saysNoMore(
    'survey.list-kept',
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
  ),
  'survey.report-received': ({ number, stage }, { say }) => [receiptNumber(number), say(STAGE_WORDS[stage])],
  'survey.report-judged': ({ verdict }, { say }) => [say(VERDICT_WORDS[verdict])],
};

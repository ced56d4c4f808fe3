import { nothingFollows, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';
import type { timers } from './work.ts';

type Own = keyof typeof timers;

export const wiring: Wiring<keyof typeof facts, Own> = {
  'survey.question-asked': [
    ({ body: { reportId } }) => ({ timer: 'tell-door', key: reportId, body: { reportId } }),
  ],

  ...nothingFollows(
    'survey.list-kept',
    'survey.operator-kept',
    'survey.operator-verified',
    'survey.operator-ended',
    'survey.report-drafted',
    'survey.draft-saved',
    'survey.report-received',
    'survey.report-judged',
    'survey.report-withdrawn',
    'survey.report-matched',
    'survey.report-joined',
    'survey.report-led',
    'survey.question-answered',
    'survey.question-dropped',
    'survey.report-read',
    'survey.door-opened',
    'survey.door-closed',
    'survey.door-mailed',
    'survey.report-source-added',
    'survey.cycle-opened',
    'survey.cycle-changed',
    'survey.criteria-kept',
    'survey.cycle-turned',
    'survey.candidates-listed',
    'survey.rater-assigned',
    'survey.rater-removed',
    'survey.rating-kept',
    'survey.sheet-locked',
    'survey.sheet-unlocked',
    'survey.picks-kept',
    'survey.selection-signed',
    'exchange.key-made',
    'peer.kept',
    'peer.confirmed',
    'peer.revoked',
    'package.sent',
    'package.delivered',
    'package.receipted',
    'package.declined',
    'package.received',
    'package.refused',
  ),
};

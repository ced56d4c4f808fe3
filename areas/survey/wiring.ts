import { nothingFollows, type Wiring } from '../cause.ts';
import type { facts } from './facts.ts';

export const wiring: Wiring<keyof typeof facts, never> = {
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
    'survey.question-asked',
    'survey.question-answered',
    'survey.question-dropped',
    'survey.report-read',
    'survey.report-source-added',
  ),
};

import { z } from 'zod';
import type { FactKind } from '../../fact-kind.ts';

const of = z.object({ cycleId: z.uuid() });
const said = { read: 'survey.read', tone: 'quiet', machinery: false, touches: ['survey-selection'] } as const;
/** Who rates how far is told to the secretariat alone: raters are not to know of each other until they are done. */
const aside = { ...said, read: 'survey.manage' } as const;

/** No score, no order and no candidate stands in any of them. */
export const facts = {
  'survey.candidates-listed': {
    name: { ja: '候補の事案を更新', en: 'Candidates updated' },
    ...said,
    body: of.extend({ eligible: z.int(), out: z.int() }),
  },
  'survey.rater-assigned': {
    name: { ja: '評価者を登録', en: 'Rater assigned' },
    ...aside,
    body: of.extend({ personId: z.uuid() }),
  },
  'survey.rater-removed': {
    name: { ja: '評価者を解除', en: 'Rater removed' },
    ...aside,
    body: of.extend({ personId: z.uuid() }),
  },
  'survey.rating-kept': {
    name: { ja: '候補を評価', en: 'Candidate rated' },
    ...aside,
    body: of,
  },
  'survey.sheet-locked': {
    name: { ja: '評価票を確定', en: 'Rating sheet locked' },
    ...aside,
    body: of.extend({ personId: z.uuid() }),
  },
  'survey.sheet-unlocked': {
    name: { ja: '評価票の確定を解除', en: 'Rating sheet unlocked' },
    ...aside,
    body: of.extend({ personId: z.uuid(), reason: z.string() }),
  },
  'survey.picks-kept': {
    name: { ja: '選定案を保存', en: 'Selection saved' },
    ...aside,
    body: of.extend({ picks: z.int() }),
  },
  'survey.selection-signed': {
    name: { ja: '選定に署名', en: 'Selection signed' },
    ...said,
    tone: 'decision',
    body: of.extend({ number: z.int(), hash: z.string() }),
  },
} as const satisfies Record<string, FactKind>;

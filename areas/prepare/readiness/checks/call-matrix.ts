import { BANDS } from '../../calendars/schema.ts';
import { missingCells } from '../../calling/rules.ts';
import { CAUSES } from '../../calling/schema.ts';
import { BAND_WORDS, CAUSE_WORDS } from '../../pack/words.ts';
import { type Check, COMMAND } from '../check.ts';

export const callMatrix: Check = {
  id: 'call-matrix',
  title: { ja: '連絡網が9つそろっている', en: 'All nine call trees are there' },
  reason: {
    ja: '原因と時間帯で、呼ぶ相手も順も変わる',
    en: 'Whom to call, and in which order, differs by cause and hour',
  },
  lessons: ['C9-L1'],
  severity: 'high',
  actor: COMMAND,
  ask: ({ callTrees }) => {
    const missing = missingCells(callTrees);
    return CAUSES.flatMap((cause) =>
      BANDS.map((band) => ({
        key: `${cause}.${band}`,
        name: `${CAUSE_WORDS[cause].ja} × ${BAND_WORDS[band].ja} / ${CAUSE_WORDS[cause].en} × ${BAND_WORDS[band].en}`,
        unitId: null,
        ready: !missing.some((cell) => cell.cause === cause && cell.band === band),
        link: `/prepare/registers/call-trees?open=new:${cause}.${band}`,
      })),
    );
  },
};

import { BANDS } from '../../calendars/schema.ts';
import { missingCells } from '../../calling/rules.ts';
import { CAUSES } from '../../calling/schema.ts';
import { BAND_WORDS, CAUSE_WORDS } from '../../pack/words.ts';
import { type Check, COMMAND } from '../check.ts';
import { calledBy } from './called-by.ts';

export const callMatrix: Check = {
  id: 'call-matrix',
  title: { ja: '連絡網9件が整備済み', en: 'All nine call trees are in place' },
  reason: {
    ja: '原因と時間帯により、呼び出す人と順番が異なります',
    en: 'Who to call, and in which order, depends on cause and time',
  },
  lessons: ['C9-L1'],
  severity: 'high',
  actor: COMMAND,
  ask: (registers) => {
    // A cell of steps that call nobody any more is none.
    const missing = missingCells(
      registers.callTrees.map((tree) => ({
        ...tree,
        steps: tree.steps.filter((step) => calledBy(step, registers).length > 0),
      })),
    );
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

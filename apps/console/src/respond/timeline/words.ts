import { ACTOR_WORDS } from '../../../../../areas/ledger/words.ts';
import { SHAPE_WORDS } from '../../../../../areas/respond/timeline/words.ts';
import { words } from '../../words.ts';

export const TIMELINE = words({
  ...ACTOR_WORDS,
  ...SHAPE_WORDS,
  forFigure: { ja: '関係図に掲載', en: 'Include in relation figure' },
  timeline: { ja: '時系列', en: 'Timeline' },
  addNote: { ja: '記録', en: 'Add to timeline' },
  when: { ja: '発生時刻（既定は現在）', en: 'Time (defaults to now)' },
  outcome: { ja: '対処の結果', en: 'Outcome' },
  judge: { ja: '結果の記録', en: 'Record outcome' },
  quickUnknown: {
    ja: '「/{command}」というコマンドはありません。使用できるコマンド：/事象 /対処 /タスク 10 … /決定',
    en: 'Unknown command “/{command}”. Use /event, /response, /task 10 … or /decide',
  },
  quickTask: { ja: 'タスクの追加', en: 'Add task' },
  quickDecision: { ja: '決定の記録', en: 'Record decision' },
  correct: { ja: '訂正', en: 'Correct' },
  annotate: { ja: '補足', en: 'Annotate' },
  afterwards: { ja: '事後記録（{at} {name}）', en: 'added later ({at} {name})' },
  correctedBy: { ja: '訂正あり', en: 'corrected' },
  struck: { ja: '取り消し', en: 'withdrawn' },
  undoingOf: { ja: '{time}の操作の取り消し', en: 'undoes the {time} action' },
  correctionOf: { ja: '{time}の記録の訂正', en: 'corrects the {time} entry' },
  annotationOf: { ja: '{time}の記録への補足', en: 'note on the {time} entry' },
});

import { words } from '../../words.ts';

export const TIMELINE = words({
  forFigure: { ja: '関係図に載せる', en: 'For the relation figure' },
  timeline: { ja: '時系列', en: 'Timeline' },
  addNote: { ja: '記録する', en: 'Add to timeline' },
  noteHint: {
    ja: '何が起きたか、何をしたか（Ctrl+Enter で記録。/事象 /対処 /タスク 10 /決定 も使えます）',
    en: 'What happened, what was done (Ctrl+Enter adds it; /event /response /task 10 /decide)',
  },
  when: { ja: '起きた時刻（空なら今）', en: 'When (empty: now)' },
  anEvent: { ja: '事象', en: 'Event' },
  aResponse: { ja: '対処', en: 'Response' },
  judge: { ja: '結果を記録する', en: 'Say how it worked out' },
  quickUnknown: {
    ja: '「/{command}」というコマンドはありません。/事象 /対処 /タスク 10 … /決定 が使えます',
    en: 'There is no command “/{command}”. There are /event, /response, /task 10 …, /decide',
  },
  quickTask: { ja: 'タスクを出す', en: 'Give the task' },
  quickDecision: { ja: '決定を記録する', en: 'Record the decision' },
  correct: { ja: '訂正', en: 'Correct' },
  annotate: { ja: '補足', en: 'Annotate' },
  afterwards: { ja: '後から記録（{at} {name}）', en: 'entered afterwards ({at} {name})' },
  correctedBy: { ja: '訂正あり', en: 'corrected' },
  correctionOf: { ja: '{time} の記録への訂正', en: 'corrects the line of {time}' },
  annotationOf: { ja: '{time} の記録への補足', en: 'about the line of {time}' },
  system: { ja: 'Sonae', en: 'Sonae' },
  aSource: { ja: '受信元', en: 'source' },
  byKey: { ja: '{name}（APIキー「{key}」）', en: '{name} (key “{key}”)' },
  aKey: { ja: 'API キー', en: 'API key' },
});

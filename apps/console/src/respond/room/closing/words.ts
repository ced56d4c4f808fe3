import { words } from '../../../words.ts';

export const CLOSING = words({
  title: { ja: '終了までに必要なこと', en: 'Before closing' },
  nothing: { ja: '残っている事項はありません。', en: 'Nothing is left to settle.' },
  mayLeave: {
    ja: '理由を書けば、そのまま終了できる事項',
    en: 'May be left as it is, with a reason',
  },
  standDown: { ja: '解散', en: 'Stand down' },
  standDownReason: { ja: '復旧を記録したため', en: 'Resolved' },
  done: { ja: '完了', en: 'Done' },
  open: { ja: '開く', en: 'Open' },
  closed: { ja: 'このインシデントは {at} に終了しました。', en: 'This incident was closed at {at}.' },
  toCase: { ja: '事例を見る', en: 'View the case' },
  caseComes: { ja: '事例の下書きを作成しています。', en: 'A draft of its case is being made.' },
  drillNoCase: {
    ja: '訓練のため、事例は自動では作成されません。',
    en: 'A drill: no case is created automatically.',
  },
});

import { words } from '../../../words.ts';

export const CLOSING = words({
  title: { ja: '終了までに必要な事項', en: 'Before closing' },
  nothing: { ja: '残っている事項はありません。', en: 'Nothing left to settle.' },
  mayLeave: {
    ja: '理由を記入すれば、そのまま終了できる事項',
    en: 'Can be left open with a reason',
  },
  standDown: { ja: '解散', en: 'Stand down' },
  standDownReason: { ja: '復旧を記録したため', en: 'Resolved' },
  done: { ja: '完了', en: 'Done' },
  open: { ja: '開く', en: 'Open' },
  closed: { ja: 'このインシデントは {at} に終了しました。', en: 'This incident was closed at {at}.' },
  toCase: { ja: '事例を開く', en: 'Open case' },
  caseComes: { ja: '事例の下書きを作成しています。', en: 'Its case draft is being created.' },
  drillNoCase: {
    ja: '訓練のため、事例は自動では作成されません。',
    en: 'A drill: no case is created automatically.',
  },
});

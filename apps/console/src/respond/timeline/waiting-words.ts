import { words } from '../../words.ts';

export const WAITING = words({
  kept: {
    ja: '接続の回復後に、入力時の時刻で記録します（{n}件）',
    en: 'Will be recorded with the original time when the connection is back ({n})',
  },
  refused: { ja: '記録できませんでした：{why}', en: 'Could not record: {why}' },
  drop: { ja: '破棄', en: 'Discard' },
  again: { ja: '今すぐ送信', en: 'Send now' },
  commands: { ja: 'コマンド', en: 'Commands' },
});

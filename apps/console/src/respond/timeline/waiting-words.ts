import { words } from '../../words.ts';

export const WAITING = words({
  kept: {
    ja: '接続が戻りしだい、書いた時刻のまま記録します（{n}件）',
    en: 'Will be recorded with the time of writing when the connection is back ({n})',
  },
  refused: { ja: '記録できませんでした：{why}', en: 'Could not be recorded: {why}' },
  drop: { ja: '捨てる', en: 'Discard' },
  again: { ja: '今すぐ送る', en: 'Send now' },
  commands: { ja: 'コマンド', en: 'Commands' },
});

import { words } from '../../words.ts';

export const SIGNALS = words({
  signalsEmpty: {
    ja: '監視から届いたシグナルがここに並びます。受信元をつなぐと始まります。',
    en: 'Signals from your monitoring appear here once a source is connected.',
  },
  connectSource: { ja: '受信元をつなぐ', en: 'Connect a source' },
  count: { ja: '件数', en: 'Count' },
  annotations: { ja: '注記', en: 'Annotations' },
  episodes: { ja: '発生回数', en: 'Episodes' },
  remarks: { ja: '気になる点', en: 'What is odd' },
  end: { ja: '終わりにする', en: 'End it' },
  endHint: {
    ja: '送信元がこの後も同じアラームを送れば、再発として扱います',
    en: 'If its source goes on sending it, it is back',
  },
  endReason: { ja: '理由', en: 'Reason' },
  endedByHand: { ja: '人が終わりにしました', en: 'Ended by hand' },
  endedWithSource: { ja: '受信元の削除により終わり', en: 'Ended, its source was removed' },
  openSource: { ja: '送信元で開く', en: 'Open at the source' },
});

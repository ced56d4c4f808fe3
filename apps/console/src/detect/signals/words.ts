import { words } from '../../words.ts';

export const SIGNALS = words({
  signalsEmpty: {
    ja: 'シグナルはありません。受信元を接続すると、監視ツールからのシグナルが表示されます。',
    en: 'No signals yet. Connect a source to receive signals from your monitoring.',
  },
  connectSource: { ja: '受信元の接続', en: 'Connect a source' },
  count: { ja: '件数', en: 'Count' },
  started: { ja: '発生（送信元の時刻）', en: 'Started (sender’s time)' },
  annotations: { ja: '注記', en: 'Annotations' },
  episodes: { ja: '発生回数', en: 'Episodes' },
  remarks: { ja: '注意事項', en: 'Remarks' },
  end: { ja: '手動で終了', en: 'End manually' },
  endHint: {
    ja: '送信元から同じアラームが再び届いた場合は、再発として扱います',
    en: 'If the source sends it again, it counts as a recurrence',
  },
  endReason: { ja: '理由', en: 'Reason' },
  endedByHand: { ja: '手動で終了済み', en: 'Ended manually' },
  endedWithSource: { ja: '受信元の削除により終了', en: 'Ended because its source was removed' },
  openSource: { ja: '送信元の画面を開く', en: 'Open in source' },
});

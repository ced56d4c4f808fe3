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
  openSource: { ja: '送信元で開く', en: 'Open at the source' },
});

import { words } from '../../words.ts';

export const CHANNELS = words({
  configured: { ja: '設定済み', en: 'Configured' },
  notConfigured: { ja: '未設定', en: 'Not configured' },
  test: { ja: '自分宛てにテスト送信', en: 'Send me a test' },
  testLater: {
    ja: 'テスト送信は、設定を保存してからできます',
    en: 'Save the settings first; then a test can be sent',
  },
  bundleSeconds: {
    ja: '同じ宛先への続きをまとめる秒数（0 はまとめない）',
    en: 'Seconds in which what follows to the same address is sent as one (0: never)',
  },
  waitSeconds: { ja: '次の人を呼ぶまでの秒数', en: 'Seconds until the next person' },
});

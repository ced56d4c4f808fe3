import { words } from '../../words.ts';

export const CHANNELS = words({
  configured: { ja: '設定済み', en: 'Set up' },
  notConfigured: { ja: '未設定', en: 'Not set up' },
  test: { ja: '自分宛てにテスト送信', en: 'Send test to me' },
  testLater: {
    ja: '設定を保存すると、テスト送信できます',
    en: 'Save the settings to send a test',
  },
  bundleSeconds: {
    ja: '同じ宛先へのメッセージをまとめる間隔（秒、0はまとめない）',
    en: 'Bundle messages within (s, 0 to disable)',
  },
  waitSeconds: { ja: '次の人を呼び出すまでの時間（秒）', en: 'Escalate after (s)' },
});

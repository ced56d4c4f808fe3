import { words } from '../../words.ts';

export const CHANNELS = words({
  configured: { ja: '設定済み', en: 'Set up' },
  notConfigured: { ja: '未設定', en: 'Not set up' },
  failing: { ja: '送信不可', en: 'Failing' },
  failingSince: { ja: '送信できなくなった時刻：', en: 'Failing since' },
  lastAccepted: { ja: '最終送信：', en: 'Last sent' },
  lastFailed: { ja: '最終失敗：', en: 'Last failure' },
  never: { ja: '記録なし', en: 'none' },
  noneTitle: { ja: '通知手段が設定されていません', en: 'No channel is set up' },
  none: {
    ja: '呼び出しを誰にも送信できません。最初にメールを設定し、「自分宛てにテスト送信」で到達を確認してください。',
    en: 'Pages cannot reach anyone. Set up email first, then choose “Send test to me” to check that it arrives.',
  },
  order: {
    ja: '上から順に設定することをお勧めします。メールのほかに電話またはSMSを設定すると、メールが停止しても呼び出しが届きます。',
    en: 'Set them up from the top. With phone or SMS besides email, pages arrive even when email is down.',
  },
  waits: { ja: '呼び出しの間隔', en: 'Paging intervals' },
  testAccepted: { ja: 'テスト送信は受理されました', en: 'Test accepted' },
  testFailed: { ja: 'テスト送信に失敗しました', en: 'Test failed' },
  testLook: { ja: '実際に届いたことを確認してください。', en: 'Check that it actually arrived.' },
  testMend: {
    ja: '設定を見直し、保存してから再度お試しください。',
    en: 'Check the settings, save, and try again.',
  },
  answer: { ja: '送信先の応答', en: 'Answer' },
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

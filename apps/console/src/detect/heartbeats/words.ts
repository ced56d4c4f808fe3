import { words } from '../../words.ts';

export const HEARTBEATS = words({
  fromTerminal: { ja: '信号の送信（curl）', en: 'Send a heartbeat (curl)' },
  heartbeatsEmpty: {
    ja: '定期的に届くはずの信号が途絶えたことを検知します。',
    en: 'Detects when a signal that should arrive regularly stops.',
  },
  pageWhenMissed: {
    ja: '途絶時に当番を呼び出す（宣言ルールを作成します）',
    en: 'Page the person on call when it is missed (adds a rule)',
  },
  addHeartbeat: { ja: '死活監視の追加', en: 'Add heartbeat' },
  everySeconds: { ja: '間隔（秒）', en: 'Interval (s)' },
  graceSeconds: { ja: '猶予（秒）', en: 'Grace period (s)' },
  change: { ja: '死活監視の変更', en: 'Edit heartbeat' },
  saveProofs: { ja: '監査記録の証明の保存', en: 'Save audit proofs' },
  never: { ja: '受信なし', en: 'never received' },
  waiting: { ja: '最初の信号待ち', en: 'waiting for the first signal' },
  beating: { ja: '正常', en: 'healthy' },
  missed: { ja: '途絶', en: 'missed' },
});

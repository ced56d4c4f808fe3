import { words } from '../../words.ts';

export const HEARTBEATS = words({
  heartbeatsEmpty: {
    ja: '「来るはずのものが来ない」ことに気付くための見張りです。',
    en: 'A watch for what should come and does not.',
  },
  pageWhenMissed: {
    ja: '途絶えたら当番を呼び出す（宣言ルールを作ります）',
    en: 'Page whoever is on duty when it is missed (makes a rule)',
  },
  addHeartbeat: { ja: '死活監視を追加', en: 'Add a heartbeat' },
  everySeconds: { ja: '間隔（秒）', en: 'Every (seconds)' },
  graceSeconds: { ja: '猶予（秒）', en: 'Grace (seconds)' },
  change: { ja: '死活監視を変更', en: 'Change the heartbeat' },
  saveProofs: { ja: '台帳の証明を保存', en: 'Save ledger proofs' },
  never: { ja: '一度も届いていません', en: 'has never beaten' },
  waiting: { ja: '最初の信号待ち', en: 'waiting for the first' },
  beating: { ja: '正常', en: 'beating' },
  missed: { ja: '途絶', en: 'missed' },
});

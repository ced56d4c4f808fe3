import { words } from '../../words.ts';

export const RECOVERY = words({
  title: { ja: '復旧の進み', en: 'Recovery' },
  none: {
    ja: '対象の機器がまだありません。台帳から対象を加えます。',
    en: 'No machines yet: add them from the register.',
  },
  begin: { ja: '対象を加える', en: 'Add machines' },
  added: {
    ja: '{n}台を加えました（台帳にないもの {unknown}）',
    en: '{n} added; not in the register: {unknown}',
  },
  move: { ja: 'まとめて進める', en: 'Move many' },
  ofSystem: { ja: 'このシステム・拠点の機器', en: 'All of this system or site' },
  behind: { ja: 'この機器・経路の先にあるもの', en: 'All behind this' },
  machines: { ja: '機器の一覧', en: 'Machines' },
  keys: { ja: '機器のキー（一行に一つ）', en: 'Keys of machines, one a line' },
  class: { ja: '種別', en: 'Class' },
  company: { ja: '会社', en: 'Company' },
  site: { ja: '拠点', en: 'Site' },
  os: { ja: 'OS', en: 'OS' },
  wave: { ja: '波', en: 'Wave' },
  state: { ja: '状態', en: 'State' },
  blocker: { ja: '支障（止まっている理由）', en: 'Blocker' },
  of: { ja: '{restored} / {total} 台', en: '{restored} of {total}' },
  blocked: { ja: '支障 {n}台', en: '{n} blocked' },
  forecast: {
    ja: '直近{hours}時間のペース（毎時{pace}台）なら {at}',
    en: 'at the pace of the last {hours} h ({pace} an hour): {at}',
  },
  completed: { ja: '完了 {at}', en: 'complete {at}' },
  product: { ja: '製品', en: 'Product' },
  productVersion: { ja: '製品の版', en: 'Version of the product' },
  toWave: { ja: '移す先の波', en: 'Into which wave' },
  moreGroups: { ja: '残りの多い順に200件まで表示しています', en: 'The 200 with most left to do are shown' },
  burnDown: { ja: '残り台数の推移（日ごと）', en: 'Left to restore, by day' },
  left: { ja: '残り台数', en: 'Left to restore' },
  burnDownOf: {
    ja: '{days}日間の推移。いま残り{left}台（全{total}台）',
    en: 'Over {days} days; {left} of {total} are left',
  },
  compare: { ja: '申告と照らし合わせる', en: 'Compare with what is reported' },
  compareHint: {
    ja: '動かないと申告された機器の番号を貼り付けると、対象と照らし合わせます。何も変わりません。',
    en: 'Paste the keys of machines that people report; they are compared with the board, and nothing changes.',
  },
  compared: {
    ja: '申告{reported}台・対象{affected}台のうち、両方にあるもの{both}台、申告のないもの{onlyAffected}台',
    en: '{reported} reported, {affected} on the board: {both} are both, {onlyAffected} are not reported',
  },
  onlyReported: { ja: '対象にないもの {n}台', en: '{n} not on the board' },
  unknown: {
    ja: '直近に復旧した機器がなく、見込みは分かりません',
    en: 'Nothing came back lately: nobody knows when',
  },
  restored: { ja: '復旧', en: 'restored' },
});

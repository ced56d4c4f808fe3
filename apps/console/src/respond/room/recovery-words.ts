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
  forecast: { ja: 'このペース（毎時{pace}台）なら {at}', en: 'at this pace ({pace} an hour): {at}' },
  unknown: {
    ja: '直近に復旧した機器がなく、見込みは分かりません',
    en: 'Nothing came back lately: nobody knows when',
  },
  restored: { ja: '復旧', en: 'restored' },
});

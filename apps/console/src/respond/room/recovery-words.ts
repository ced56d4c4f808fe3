import { WAVE_WORDS } from '../../../../../areas/respond/recovery/words.ts';
import { words } from '../../words.ts';

export const RECOVERY = words({
  ...WAVE_WORDS,
  title: { ja: '復旧状況', en: 'Recovery' },
  none: {
    ja: '対象の機器がありません。台帳から追加してください。',
    en: 'No machines yet. Add them from the register.',
  },
  begin: { ja: '対象機器の追加', en: 'Add machines' },
  added: {
    ja: '{n}台を追加しました（台帳に未登録：{unknown}）',
    en: '{n} added (not in the register: {unknown})',
  },
  move: { ja: '一括更新', en: 'Bulk update' },
  ofSystem: { ja: 'システム・拠点の機器', en: 'Machines of a system or site' },
  behind: { ja: '機器・経路の配下', en: 'Machines behind a device' },
  machines: { ja: '機器の一覧', en: 'Machines' },
  keys: { ja: '機器のキー（1行に1つ）', en: 'Machine keys, one per line' },
  class: { ja: '種別', en: 'Class' },
  company: { ja: '会社', en: 'Company' },
  site: { ja: '拠点', en: 'Site' },
  os: { ja: 'OS', en: 'OS' },
  state: { ja: '状態', en: 'State' },
  blocker: { ja: '支障の理由', en: 'Blocker' },
  of: { ja: '{restored} / {total} 台', en: '{restored} of {total}' },
  blocked: { ja: '支障あり {n}台', en: '{n} blocked' },
  forecast: {
    ja: '見込み {at}（直近{hours}時間のペース：毎時{pace}台）',
    en: 'estimated {at} (last {hours} h: {pace} per hour)',
  },
  completed: { ja: '{at} 完了', en: 'completed {at}' },
  product: { ja: '製品', en: 'Product' },
  productVersion: { ja: '製品バージョン', en: 'Product version' },
  toWave: { ja: '移動先の復旧グループ', en: 'Move to wave' },
  moreGroups: { ja: '残りの多い順に200件まで表示', en: 'Showing the 200 with the most remaining' },
  burnDown: { ja: '残り台数の推移（日ごと）', en: 'Remaining by day' },
  left: { ja: '残り台数', en: 'Remaining' },
  burnDownOf: {
    ja: '{days}日間の推移。残り{left}台（全{total}台）',
    en: 'Over {days} {days|day|days}: {left} of {total} remaining',
  },
  compare: { ja: '申告との照合', en: 'Compare with reports' },
  compareHint: {
    ja: '不具合の申告があった機器のキーを貼り付けると、対象機器と照合します。データは変更されません。',
    en: 'Paste the keys of reported machines to compare them with the board. Nothing is changed.',
  },
  compared: {
    ja: '申告{reported}台・対象{affected}台（一致{both}台、申告なし{onlyAffected}台）',
    en: '{reported} reported, {affected} on the board: {both} match, {onlyAffected} not reported',
  },
  onlyReported: { ja: '対象外 {n}台', en: '{n} not on the board' },
  unknown: {
    ja: '直近に復旧した機器がないため、見込みは算出できません',
    en: 'No recent recoveries, so no estimate',
  },
  restored: { ja: '復旧', en: 'restored' },
});

import { words } from '../../words.ts';

export const READINESS = words({
  readinessHint: {
    ja: '台帳の登録内容に基づいて点検します。台帳に登録のない備えは集計に含まれません。',
    en: 'Checks what is in the registers. Anything not registered does not count as ready.',
  },
  readyOf: { ja: '{asked}件中{ready}件が対応済み', en: '{ready} of {asked} ready' },
  noUnit: { ja: '部署なし', en: 'No department' },
  nothingAsked: { ja: '対象なし', en: 'Nothing to check' },
  mustAct: { ja: '対応者', en: 'Action by' },
  lessonFrom: { ja: '元の教訓', en: 'Source lesson' },
  andMore: { ja: 'ほか {n}件', en: 'and {n} more' },
  historyOf: {
    ja: '{days}日間の推移：{first} → {last}（対応済み／対象）',
    en: 'Over {days} {days|day|days}: {first} → {last} (ready/total)',
  },
  readyShare: { ja: '対応済み件数', en: 'Ready' },
  readinessHistory: { ja: '備えの推移', en: 'Readiness over time' },
});

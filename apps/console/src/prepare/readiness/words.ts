import { words } from '../../words.ts';

export const READINESS = words({
  readinessHint: {
    ja: '台帳から分かることだけを点検します。台帳にないものは、備えがあるとは数えません。',
    en: 'Checks what the registers say. What is not in a register does not count as ready.',
  },
  readyOf: { ja: '{asked}件中 {ready}件ができている', en: '{ready} of {asked} ready' },
  noUnit: { ja: '部署によらないもの', en: 'Of no unit' },
  nothingAsked: { ja: '対象なし', en: 'Nothing to check' },
  mustAct: { ja: '動く人', en: 'Who must act' },
  lessonFrom: { ja: '元の教訓', en: 'Goes back to' },
  andMore: { ja: 'ほか {n}件', en: 'and {n} more' },
  historyOf: {
    ja: '{days}日分の推移。{first} から {last} へ（できている件数／対象）',
    en: 'Over {days} days, from {first} to {last} (ready of asked)',
  },
  readyShare: { ja: 'できている件数', en: 'Ready' },
  readinessHistory: { ja: '備えの推移', en: 'Readiness over time' },
});

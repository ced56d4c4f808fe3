import { words } from '../../words.ts';

export const DATES = words({
  previousMonth: { ja: '前の月', en: 'Previous month' },
  nextMonth: { ja: '次の月', en: 'Next month' },
  previousYear: { ja: '前の年', en: 'Previous year' },
  nextYear: { ja: '次の年', en: 'Next year' },
  previousDecade: { ja: '前の10年', en: 'Previous ten years' },
  nextDecade: { ja: '次の10年', en: 'Next ten years' },
  toYear: { ja: '月を選ぶ', en: 'Choose a month' },
  toDecade: { ja: '年を選ぶ', en: 'Choose a year' },
  calendar: { ja: 'カレンダーから選ぶ', en: 'Choose from a calendar' },
  notTime: {
    ja: '日時として読めません（例 14:05、11月29日 14:05）',
    en: 'Not a time: write it as 14:05 or 29 Nov 14:05',
  },
  notDate: { ja: '日付として読めません（例 11月29日）', en: 'Not a date: write it as 29 Nov 2026' },
  notClock: { ja: '時刻として読めません（例 14:05）', en: 'Not a time of day: write it as 14:05' },
  gap: {
    ja: '夏時間への切り替えで、この時刻はありません。{time}として記録します。',
    en: 'Clocks go forward then, so this time does not exist; it is taken as {time}.',
  },
  twice: {
    ja: '夏時間の終わりで、この時刻は二度あります。{which}（UTC{offset}）として記録します。',
    en: 'Clocks go back then, so this time comes twice; it is taken as the {which} (UTC{offset}).',
  },
  earlier: { ja: '1回目の時刻', en: 'first one' },
  later: { ja: '2回目の時刻', en: 'second one' },
  takeEarlier: { ja: '1回目の時刻にする', en: 'Take the first one' },
  takeLater: { ja: '2回目の時刻にする', en: 'Take the second one' },
});

import { words } from '../../words.ts';

export const DATES = words({
  previousMonth: { ja: '前の月', en: 'Previous month' },
  nextMonth: { ja: '次の月', en: 'Next month' },
  previousYear: { ja: '前の年', en: 'Previous year' },
  nextYear: { ja: '次の年', en: 'Next year' },
  previousDecade: { ja: '前の10年', en: 'Previous decade' },
  nextDecade: { ja: '次の10年', en: 'Next decade' },
  toYear: { ja: '月の選択', en: 'Choose a month' },
  toDecade: { ja: '年の選択', en: 'Choose a year' },
  calendar: { ja: 'カレンダーから選択', en: 'Open calendar' },
  notTime: {
    ja: '日時を「14:05」または「11月29日 14:05」の形で入力してください',
    en: 'Enter a time such as 14:05 or 29 Nov 14:05',
  },
  notDate: { ja: '日付を「11月29日」の形で入力してください', en: 'Enter a date such as 29 Nov 2026' },
  notDayOfYear: {
    ja: '月日を「12月29日」の形で入力してください',
    en: 'Enter a month and day such as 29 Dec',
  },
  notClock: { ja: '時刻を「09:00」の形で入力してください', en: 'Enter a time such as 09:00' },
  gap: {
    ja: '夏時間への切り替えのため、この時刻は存在しません。{time}として記録します。',
    en: 'Clocks go forward, so this time does not exist. It is recorded as {time}.',
  },
  twice: {
    ja: '夏時間の終了のため、この時刻は2回あります。{which}（UTC{offset}）として記録します。',
    en: 'Clocks go back, so this time occurs twice. It is recorded as the {which} (UTC{offset}).',
  },
  earlier: { ja: '1回目の時刻', en: 'first one' },
  later: { ja: '2回目の時刻', en: 'second one' },
  takeEarlier: { ja: '1回目の時刻にする', en: 'Use the first one' },
  takeLater: { ja: '2回目の時刻にする', en: 'Use the second one' },
});

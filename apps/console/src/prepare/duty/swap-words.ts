import { words } from '../../words.ts';

export const SWAP = words({
  title: { ja: '当番の交代', en: 'Swaps of turns' },
  none: {
    ja: '交代の依頼はありません。当番表を開き、自分の当番から頼めます。',
    en: 'None asked for. Open a roster and ask from your own turn.',
  },
  ask: { ja: '交代を頼む', en: 'Ask for a swap' },
  hint: {
    ja: '相手が承諾すると当番表が変わります。一部の時間だけでも頼めます。',
    en: 'The roster changes when they agree. A part of the turn can be asked for too.',
  },
  asked: { ja: '頼みました。相手の返事を待ちます', en: 'Asked; waiting for their answer' },
  from: { ja: 'いつから', en: 'From' },
  until: { ja: 'いつまで', en: 'Until' },
  taker: { ja: '誰に', en: 'Whom' },
  agree: { ja: '引き受ける', en: 'Agree' },
  decline: { ja: '断る', en: 'Decline' },
  withdraw: { ja: '取り下げる', en: 'Withdraw' },
  line: { ja: '{giver} → {taker}', en: '{giver} → {taker}' },
  feeds: { ja: 'カレンダーで購読', en: 'Subscribe by calendar' },
  feedsHint: {
    ja: '自分の当番をスマートフォンなどのカレンダーに表示できます。アドレスを知る人は読めるので、人に渡さないでください。',
    en: 'Shows your turns in the calendar of your phone. Whoever knows the address can read them: do not pass it on.',
  },
  makeMine: { ja: '自分の当番のアドレスを作る', en: 'Make an address for my turns' },
  feedOnce: { ja: 'このアドレスは今だけ表示します', en: 'This address is shown only now' },
  mine: { ja: '自分の当番', en: 'My turns' },
  leave: { ja: 'カレンダーから取り込む', en: 'Take in from a calendar' },
  leaveHint: {
    ja: '.ics ファイルの今日から1年分の予定を、その人の不在として登録します。取消・仮の予定と「空き時間」の予定は除きます。',
    en: 'Takes the events of an .ics file, from today for a year, as that person’s leave. Cancelled, tentative and “free” events are left out.',
  },
  leaveFile: { ja: '.ics ファイル', en: '.ics file' },
  leaveDone: {
    ja: '{added}件を登録しました（登録済み {known}件、取り消し {withdrawn}件、不在でない予定 {notAway}件）',
    en: '{added} added ({known} known already, {withdrawn} withdrawn, {notAway} not away)',
  },
  leaveGone: {
    ja: '以前に取り込んだ次の不在は、このファイルにありません。もう休まない場合は取り消してください。',
    en: 'These absences were taken in earlier and are not in this file. Withdraw them if they no longer hold.',
  },
  leaveWithdraw: { ja: 'これらの不在を取り消す', en: 'Withdraw these absences' },
});
export const SWAP_STATE = words({
  asked: { ja: '返事待ち', en: 'Waiting' },
  agreed: { ja: '承諾', en: 'Agreed' },
  declined: { ja: '辞退', en: 'Declined' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
});

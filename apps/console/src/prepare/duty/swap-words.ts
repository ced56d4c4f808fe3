import { words } from '../../words.ts';

export const SWAP = words({
  title: { ja: '当番の交代', en: 'Shift swaps' },
  none: {
    ja: '交代の依頼はありません。当番シフト表の自分の当番から依頼できます。',
    en: 'No swap requests. Open a roster and request one from your own shift.',
  },
  ask: { ja: '交代の依頼', en: 'Request swap' },
  hint: {
    ja: '相手が承諾すると、当番シフト表に反映されます。一部の時間のみの依頼もできます。',
    en: 'The roster changes once they accept. You can also request part of a shift.',
  },
  asked: { ja: '依頼しました。相手の回答を待っています', en: 'Requested. Waiting for their answer' },
  from: { ja: '開始', en: 'From' },
  until: { ja: '終了', en: 'Until' },
  taker: { ja: '依頼先', en: 'Person' },
  agree: { ja: '承諾', en: 'Accept' },
  decline: { ja: '辞退', en: 'Decline' },
  withdraw: { ja: '取り下げ', en: 'Withdraw' },
  line: { ja: '{giver} → {taker}', en: '{giver} → {taker}' },
  feeds: { ja: 'カレンダー購読', en: 'Calendar subscription' },
  feedsHint: {
    ja: '自分の当番をスマートフォンなどのカレンダーに表示できます。アドレスを知る人は誰でも閲覧できるため、ほかの人に渡さないでください。',
    en: 'Shows your shifts in your phone’s calendar. Anyone with the address can read them, so keep it private.',
  },
  makeMine: { ja: '購読アドレスの作成', en: 'Create calendar address' },
  feedOnce: { ja: 'このアドレスは一度しか表示されません', en: 'This address is shown only once' },
  mine: { ja: '自分の当番', en: 'My shifts' },
  leave: { ja: 'カレンダーからの取り込み', en: 'Import from calendar' },
  leaveHint: {
    ja: '.icsファイルに含まれる今日から1年分の予定を、本人の不在として登録します。取り消し・仮の予定と「空き時間」の予定は対象外です。',
    en: 'Imports events from an .ics file, for one year from today, as that person’s leave. Cancelled, tentative and “free” events are skipped.',
  },
  leaveFile: { ja: '.icsファイル', en: '.ics file' },
  leaveDone: {
    ja: '{added}件を登録しました（登録済み{known}件、取り消し{withdrawn}件、対象外{notAway}件）',
    en: '{added} added ({known} already present, {withdrawn} withdrawn, {notAway} not leave)',
  },
  leaveGone: {
    ja: '以前に取り込んだ次の不在は、このファイルに含まれていません。不要な場合は取り消してください。',
    en: 'These absences were imported earlier and are not in this file. Withdraw them if they no longer apply.',
  },
  leaveWithdraw: { ja: '不在の取り消し', en: 'Withdraw absences' },
});
export const SWAP_STATE = words({
  asked: { ja: '回答待ち', en: 'Waiting' },
  agreed: { ja: '承諾', en: 'Accepted' },
  declined: { ja: '辞退', en: 'Declined' },
  withdrawn: { ja: '取り下げ', en: 'Withdrawn' },
});

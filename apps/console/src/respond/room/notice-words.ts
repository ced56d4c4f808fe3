import { NOTICE_STATE_WORDS } from '../../../../../areas/respond/notices/words.ts';
import { words } from '../../words.ts';

/** Notices to affected people one by one, and forms of reports. */
export const NOTICES = words({
  ...NOTICE_STATE_WORDS,
  individuals: { ja: '個別通知', en: 'Notify individually' },
  subject: { ja: '件名', en: 'Subject' },
  list: {
    ja: '宛先（1行に「氏名, メールアドレス」。表計算からの貼り付けも可）',
    en: 'Recipients, one per line: “name, email”. You can paste from a spreadsheet',
  },
  words: {
    ja: '承認・発表済みの文面をそのまま送信します。同じ人に重ねて送信することはありません。',
    en: 'Sends the approved, published text as is. No one is notified twice.',
  },
  unread: { ja: '読み取れない行：{n}', en: 'Unreadable lines: {n}' },
  told: { ja: '{sent}人に送ります（送信済み {already}人）', en: '{sent} to send, {already} already sent' },
  send: { ja: '{n}人に送る', en: 'Send to {n}' },
  state: { ja: '個別通知', en: 'Individual notices' },
  more: { ja: '次の100件', en: 'Next 100' },
  byPhone: { ja: '電話などで連絡済み', en: 'Informed by other means' },
  cameBack: { ja: '不達', en: 'Bounced' },
  party: { ja: '依頼先', en: 'Requested party' },
  form: { ja: '様式', en: 'Form' },
  fill: { ja: '様式への記入', en: 'Fill in form' },
  look: { ja: '提出済みの様式', en: 'Submitted form' },
  frozen: { ja: '提出時の内容です。変更はできません。', en: 'As submitted. It cannot be changed.' },
  missing: { ja: '未記入（この段階で必須）', en: 'required at this stage' },
  fromRecord: { ja: '記録から', en: 'from the record' },
  keep: { ja: '記入内容の保存', en: 'Save' },
  mendList: { ja: '一覧を修正すると送信できます', en: 'Correct the list to send' },
  listFirst: {
    ja: '宛先の一覧を入力すると送信できます',
    en: 'Enter the recipients to send',
  },
  nothingWritten: { ja: '未入力です', en: 'Nothing entered yet' },
});

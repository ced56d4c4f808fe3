import { words } from '../../words.ts';

/** Notices to affected people one by one, and forms of reports. */
export const NOTICES = words({
  individuals: { ja: '個別に知らせる', en: 'Tell people one by one' },
  subject: { ja: '件名', en: 'Subject' },
  list: {
    ja: '宛先（一行に「氏名, メールアドレス」。表からの貼り付けも可）',
    en: 'Whom: a line each “name, e-mail”; pasted from a sheet will do',
  },
  words: {
    ja: '送るのは、承認され発表された文面そのものです。同じ人に二度は送りません。',
    en: 'They are sent the approved, published words as they are. Nobody is told twice.',
  },
  unread: { ja: '読めない行：{n}', en: 'Lines not understood: {n}' },
  told: { ja: '{sent}人に送ります（送信済み {already}人）', en: 'Going to {sent}; told already: {already}' },
  send: { ja: '{n}人に送る', en: 'Send to {n}' },
  state: { ja: '個別のお知らせ', en: 'Individual notices' },
  more: { ja: '次の100人', en: 'The next hundred' },
  byPhone: { ja: '電話などで伝えた', en: 'Told by other means' },
  cameBack: { ja: '戻ってきた', en: 'Came back' },
  queued: { ja: '送信待ち', en: 'queued' },
  held: { ja: '送れない（別の手段で）', en: 'cannot be sent' },
  sending: { ja: '送信中', en: 'sending' },
  accepted: { ja: 'メールサーバーが受付', en: 'taken by the mail server' },
  failed: { ja: '失敗', en: 'failed' },
  answered: { ja: '回答あり', en: 'answered' },
  reached: { ja: '伝達済み', en: 'told' },
  returned: { ja: '返送', en: 'returned' },
  party: { ja: '依頼先の会社', en: 'Company asked' },
  form: { ja: '様式', en: 'Form' },
  fill: { ja: '様式に記入', en: 'Fill the form' },
  look: { ja: '提出した様式', en: 'The form as submitted' },
  frozen: { ja: '提出したときのままで、変わりません。', en: 'As it went out; it does not change.' },
  missing: { ja: '未記入（この報で必要）', en: 'missing for this stage' },
  fromRecord: { ja: '記録から', en: 'from the record' },
  keep: { ja: '記入を保存', en: 'Keep' },
  mendList: { ja: '一覧を直すと送れます', en: 'Mend the list first' },
  listFirst: {
    ja: '宛先の一覧を貼り付けると送れます',
    en: 'Paste the list of addresses first; then it can be sent',
  },
  nothingWritten: { ja: 'まだ何も書いていません', en: 'Nothing was written yet' },
});

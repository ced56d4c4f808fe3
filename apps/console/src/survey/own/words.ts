import { words } from '../../words.ts';

export const OWN = words({
  empty: {
    ja: '自組織から送付する情報連絡が表示されます。インシデントの記録から作成できます。',
    en: 'Information reports you send appear here. You can start one from the record of an incident.',
  },
  start: { ja: '情報連絡の作成', en: 'New information report' },
  incident: { ja: 'もとにするインシデント（任意）', en: 'Incident to start from (optional)' },
  recipient: { ja: '送付先', en: 'Recipient' },
  noRecipient: {
    ja: '送付先がありません。「パッケージの交換」で相手の組織を登録し、鍵を確認してください。',
    en: 'No recipients yet. Register the other organisation under Package exchange and confirm its key.',
  },
  send: { ja: '送付', en: 'Send' },
  sent: { ja: '送付しました', en: 'Sent' },
  waiting: { ja: '受領待ち', en: 'Waiting for the receipt' },
  taken: { ja: '受領済み', en: 'Received' },
  refused: { ja: '受領されませんでした', en: 'Not received' },
  open: { ja: '未回答 {n}件', en: '{n} unanswered' },
  stillMissing: { ja: '送付に必要な項目：{fields}', en: 'Still needed: {fields}' },
  answer: { ja: '回答', en: 'Answer' },
  sendAnswer: { ja: '回答を送付', en: 'Send the answer' },
  withdrawn: { ja: '送付先で取り下げられました（{reason}）', en: 'Withdrawn by the recipient ({reason})' },
  draft: { ja: '下書き', en: 'Draft' },
});

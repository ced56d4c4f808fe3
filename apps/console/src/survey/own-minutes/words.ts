import { words } from '../../words.ts';

export const OWN_MINUTES = words({
  title: { ja: '議事録の確認', en: 'Minutes to confirm' },
  of: { ja: '{at} のヒアリング（{peer}）', en: 'Hearing on {at}, {peer}' },
  open: { ja: '未確認', en: 'Not confirmed' },
  sent: { ja: '送付済み（受領待ち）', en: 'Sent, waiting for the receipt' },
  confirmed: { ja: '確認済み', en: 'Confirmed' },
  refused: { ja: '受領されませんでした：{reason}', en: 'Not accepted: {reason}' },
  said: { ja: 'これまでの訂正と意見', en: 'Corrections and views so far' },
  line: { ja: '発言 {n}', en: 'Line {n}' },
  whole: { ja: '議事録全体', en: 'All of the minutes' },
  waiting: { ja: '回答待ち', en: 'Waiting for an answer' },
  accepted: { ja: '採用', en: 'Accepted' },
  declined: { ja: '不採用', en: 'Not accepted' },
  kind: { ja: '種類', en: 'Kind' },
  about: { ja: '対象の発言', en: 'Line it is about' },
  text: { ja: '内容', en: 'What is to be said' },
  send: { ja: '訂正・意見を送付', en: 'Send a correction or view' },
  confirm: { ja: '議事録の確認を送付', en: 'Confirm the minutes' },
  confirmHint: {
    ja: '表示されている議事録の内容を、組織として確認したものとして送付します。',
    en: 'Tells the other organisation that yours has confirmed the minutes as shown.',
  },
});

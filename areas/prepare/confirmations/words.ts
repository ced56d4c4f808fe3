/** Questions that are answered by a link. */
export const QUESTION_WORDS = {
  route: {
    subject: { ja: '連絡先の確認', en: 'Does this reach you?' },
    ask: {
      ja: 'このアドレスは緊急時の連絡先として登録されています。届いたことを、次のリンクから答えてください。',
      en: 'This address is registered as a way to reach you in an emergency. Please answer by the link that it arrived.',
    },
    open: { ja: '届いたと答える', en: 'It arrived' },
  },
  sheet: {
    subject: { ja: '共通認識シートの確認のお願い', en: 'Please acknowledge our shared understanding' },
    ask: {
      ja: '構成・重要さ・役割と義務について、双方の理解が同じであることを確かめさせてください。次のリンクから内容をお読みのうえ、確認をお願いします。',
      en: 'We would like to make sure that we both understand configuration, importance and duties alike. Please read the sheet behind the link and acknowledge it.',
    },
    open: { ja: 'シートを読む', en: 'Read the sheet' },
  },
  notYou: {
    ja: '心当たりのない場合は、このメールを捨ててください。',
    en: 'If this means nothing to you, please discard this message.',
  },
} as const;

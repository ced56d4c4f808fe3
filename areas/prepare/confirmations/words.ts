/** Questions that are answered by a link. */
export const QUESTION_WORDS = {
  route: {
    subject: { ja: '連絡先の確認のお願い', en: 'Please confirm your contact details' },
    ask: {
      ja: 'このアドレスは緊急時の連絡先として登録されています。受信できたことを、次のリンクから回答してください。',
      en: 'This address is registered as your emergency contact. Please confirm receipt with the link below.',
    },
    open: { ja: '受信の確認', en: 'Confirm receipt' },
  },
  sheet: {
    subject: { ja: '共通認識シートの確認のお願い', en: 'Please acknowledge our shared understanding' },
    ask: {
      ja: '構成・重要度・役割と義務について、双方の認識が一致していることを確認するため、次のリンクから内容をご確認ください。',
      en: 'We would like to confirm that we share the same understanding of configuration, importance and duties. Please read and acknowledge the sheet with the link below.',
    },
    open: { ja: 'シートの確認', en: 'Read the sheet' },
  },
  notYou: {
    ja: 'お心当たりのない場合は、このメールを破棄してください。',
    en: 'If you were not expecting this message, please ignore it.',
  },
} as const;

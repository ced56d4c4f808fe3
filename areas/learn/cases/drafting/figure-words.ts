import type { Bilingual } from '../../../../kernel/language.ts';

/** Short words on boxes and arrows of a drafted figure. */
export const SHOWN = {
  quoted: { ja: '{text}', en: '{text}' },
  hq: { ja: '「{name}」を設置', en: '“{name}” set up' },
  decided: { ja: '「{text}」と決定', en: 'Decided: “{text}”' },
  requested: { ja: '「{text}」を依頼', en: 'Asked: “{text}”' },
  requests: { ja: '{n}件を依頼', en: '{n} {n|request|requests}' },
  answered: { ja: '回答', en: 'Answer' },
  applied: { ja: '「{text}」を適用', en: '“{text}” applied' },
  rolledBack: { ja: '「{text}」を切り戻し', en: '“{text}” rolled back' },
  stated: { ja: '発表（{kinds}）', en: 'Statement ({kinds})' },
  reported: { ja: '{stages}を提出', en: 'Submitted: {stages}' },
  inquiry: { ja: '問い合わせ', en: 'Inquiry' },
  handed: { ja: '証拠を引き渡し', en: 'Evidence handed over' },
  told: { ja: '連絡', en: 'Message' },
  swept: { ja: '点検結果を報告', en: 'Sweep results' },
  briefed: { ja: '状況を報告', en: 'Brief' },
  suspected: { ja: '影響の疑い', en: 'Effect suspected' },
  affected: { ja: '影響を確認', en: 'Effect confirmed' },
  contained: { ja: '封じ込めを確認', en: 'Containment confirmed' },
  restored: { ja: '復旧を確認', en: 'Restoration confirmed' },
  notified: { ja: '個別に通知', en: 'Notified individually' },
  shared: { ja: '記録を共有', en: 'Record shared' },
  strategy: { ja: '復旧方法「{text}」を決定', en: 'Recovery by “{text}”' },
} as const satisfies Record<string, Bilingual>;

/** Boxes that stand for more than one. */
export const NAMED = {
  operator: { ja: '事業者', en: 'Operator' },
  executives: { ja: '経営層', en: 'Management' },
  contractor: { ja: '委託先', en: 'Contractor' },
  attacker: { ja: '攻撃者', en: 'Attacker' },
  otherSystems: { ja: 'ほかのシステム（{n}件）', en: '{n} other {n|system|systems}' },
  individuals: { ja: '影響を受けた個人', en: 'Affected individuals' },
  inquirers: { ja: '問い合わせ元', en: 'Inquirers' },
} as const satisfies Record<string, Bilingual>;

/** Who noticed, where they are not of ours. */
export const ROUTE_PARTY: Readonly<Record<string, Bilingual>> = {
  inquiry: { ja: '利用者', en: 'Customers' },
  contractorMaintenance: NAMED.contractor,
  contractor: { ja: '委託先・供給元', en: 'Contractor or supplier' },
  outsideBody: { ja: '外部機関', en: 'External body' },
  attacker: NAMED.attacker,
  media: { ja: '報道・SNS', en: 'Media' },
};

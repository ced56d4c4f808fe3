import { words } from '../words.ts';

export const AUDIT = words({
  auditEmpty: { ja: '条件に合う記録はありません。', en: 'No matching entries.' },
  who: { ja: '実行者', en: 'Person' },
  act: { ja: '行為', en: 'Act' },
  content: { ja: '内容', en: 'Content' },
  at: { ja: '記録日時（{zone}）', en: 'Recorded ({zone})' },
  from: { ja: '開始日', en: 'From' },
  to: { ja: '終了日', en: 'To' },
  allOf: { ja: '{name}（すべて）', en: '{name} (all)' },
  clear: { ja: '条件をすべて解除', en: 'Clear all filters' },
  filters: { ja: '絞り込み条件', en: 'Filters' },
  verify: { ja: '改ざんの検証', en: 'Verify integrity' },
  saveProof: { ja: '監査記録の証明の保存', en: 'Save audit proof' },
  saveReport: { ja: '検証結果の保存', en: 'Save result' },
  close: { ja: '検証結果を閉じる', en: 'Close result' },
  unsigned: {
    ja: '改ざん・欠落が疑われるため、署名していません',
    en: 'Not signed, because the log may have been changed',
  },
});

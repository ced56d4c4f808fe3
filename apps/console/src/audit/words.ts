import { words } from '../words.ts';

export const AUDIT = words({
  auditEmpty: { ja: '条件に合う記録はありません。', en: 'No matching entries.' },
  who: { ja: '実行者', en: 'Person' },
  verify: { ja: '改ざんの検証', en: 'Verify integrity' },
  verified: {
    ja: '改ざんはありません（{lines}件・{chains}系列、署名付き証明{proofs}件と一致）',
    en: 'Intact: {lines} entries in {chains} chains match {proofs} signed proofs',
  },
  unproven: {
    ja: '監査記録が署名付き証明（{at}）と一致しません（{kind}）',
    en: 'The audit log does not match the signed proof of {at}: {kind}',
  },
  changed: { ja: '書き込み後に変更', en: 'changed after it was written' },
  missing: { ja: '欠落', en: 'missing' },
  'cut-off': { ja: '末尾が欠落', en: 'truncated' },
  unlisted: { ja: '登録のない系列', en: 'unknown chain' },
  shorter: { ja: '末尾の記録が失われています', en: 'entries at the end are missing' },
  rewritten: { ja: '記録が書き換えられています', en: 'entries were rewritten' },
  'not-ours': {
    ja: '保管中の証明が、このシステムの鍵で署名されていません',
    en: 'a stored proof was not signed with this system’s key',
  },
  saveProof: { ja: '監査記録の証明の保存', en: 'Save audit proof' },
  broken: {
    ja: '改ざんの疑い：{chain} の{link}番目（{kind}）',
    en: 'Integrity broken: entry {link} of {chain} ({kind})',
  },
  at: { ja: '日時', en: 'Time' },
});

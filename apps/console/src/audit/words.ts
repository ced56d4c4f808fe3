import { words } from '../words.ts';

export const AUDIT = words({
  auditEmpty: { ja: '条件に合う記録はありません。', en: 'No line fits.' },
  who: { ja: '誰が', en: 'Who' },
  verify: { ja: '改ざんがないか検証', en: 'Verify the chains' },
  verified: {
    ja: '{lines} 行・{chains} 連鎖は、保管中の署名付きの証明 {proofs} 件と一致しています',
    en: '{lines} lines in {chains} chains are intact and match {proofs} signed proofs',
  },
  unproven: {
    ja: '台帳は署名付きの証明（{at}）と一致しません（{kind}）',
    en: 'The ledger does not match the signed proof of {at}: {kind}',
  },
  changed: { ja: '書き込み後に変更', en: 'changed after it was written' },
  missing: { ja: '欠落', en: 'missing' },
  'cut-off': { ja: '末尾が欠落', en: 'cut off' },
  unlisted: { ja: '記録のない連鎖', en: 'a chain that was never begun' },
  shorter: { ja: '末尾の行がなくなっています', en: 'lines at its end are gone' },
  rewritten: { ja: '行が書き換えられています', en: 'lines were rewritten' },
  'not-ours': {
    ja: '保管中の証明がこの設置の鍵で署名されていません',
    en: 'a proof kept beside it was not signed with this installation’s key',
  },
  saveProof: { ja: '台帳の証明を保存', en: 'Save a proof' },
  broken: {
    ja: '連鎖が壊れています: {chain} の {link} 番目（{kind}）',
    en: 'Broken: link {link} of {chain} ({kind})',
  },
  at: { ja: '日時', en: 'Time' },
});

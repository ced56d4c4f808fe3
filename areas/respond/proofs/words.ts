/** The mail by which a proof leaves the house. */
export const PROOF_WORDS = {
  subject: {
    ja: '監査記録の証明（{organisation}・{lines}件）',
    en: 'Audit log proof ({organisation}, {lines} {lines|entry|entries})',
  },
  text: {
    ja: 'このメールは、現在の監査記録の状態を署名付きで証明するものです。保管してください。監査記録の改ざんや欠落の有無は、このメールの本文をファイルに保存し、次のコマンドを実行して確認できます。\n\n    sonae ledger verify --against ファイル',
    en: 'This email is a signed proof of the current state of the audit log. Please keep it. To check later whether entries were rewritten or removed, save the text of this email to a file and run:\n\n    sonae ledger verify --against FILE',
  },
} as const;

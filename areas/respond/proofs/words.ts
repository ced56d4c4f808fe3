/** The mail by which a proof leaves the house. */
export const PROOF_WORDS = {
  subject: {
    ja: '台帳の証明（{organisation}・{lines}行）',
    en: 'Proof of the ledger ({organisation}, {lines} lines)',
  },
  text: {
    ja: 'このメールは、いまの台帳の内容を署名付きで示す控えです。保存しておいてください。後に台帳の行が書き換えられたり末尾が削られたりした場合に、このメールの本文をファイルに保存して次のコマンドを実行すると判明します。\n\n    sonae ledger verify --against ファイル',
    en: 'This mail is a signed copy of where the ledger stands now. Please keep it. Should lines of the ledger be rewritten or cut off later, saving the text of this mail to a file and running this command shows it.\n\n    sonae ledger verify --against FILE',
  },
} as const;

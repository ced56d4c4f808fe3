import type { Bilingual } from '../../kernel/language.ts';
import type { CHAIN_BREAKS, PROOF_BREAKS } from './schema.ts';

/** Who did it, where that is nobody by name. */
export const ACTOR_WORDS = {
  system: { ja: 'Sonae', en: 'Sonae' },
  aSource: { ja: '受信元', en: 'source' },
  byKey: { ja: '{name}（APIキー「{key}」）', en: '{name} (key “{key}”)' },
  aKey: { ja: 'APIキー', en: 'API key' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How somebody signed in, by what the ledger holds. */
export const SIGN_IN_WORDS = {
  password: { ja: 'パスワード', en: 'password' },
  'second-factor': { ja: '二段階認証', en: 'two-factor' },
  passkey: { ja: 'パスキー', en: 'passkey' },
  link: { ja: 'リンク', en: 'link' },
  'single-sign-on': { ja: 'シングルサインオン', en: 'single sign-on' },
  console: { ja: '画面', en: 'console' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** Somebody who is known, and whose name is not shown here or no longer kept. */
export const NAME_HIDDEN: Bilingual = { ja: '（非表示）', en: '(name hidden)' };
/** Before how grave something is. */
export const SEVERITY_OF: Bilingual = { ja: '深刻度', en: 'Severity' };

/** How the audit log is broken. */
export const BREAK_WORDS = {
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
} as const satisfies Readonly<
  Record<(typeof CHAIN_BREAKS)[number] | (typeof PROOF_BREAKS)[number], Bilingual>
>;

/** What a check of the audit log says. */
export const CHECK_WORDS = {
  title: { ja: '監査記録の検証結果', en: 'Audit log integrity check' },
  result: { ja: '結果', en: 'Result' },
  whole: { ja: '改ざん・欠落はありません', en: 'Intact: nothing was changed or removed' },
  broken: {
    ja: '改ざんの疑い：{chain} の{link}番目（{kind}）',
    en: 'Integrity broken: entry {link} of {chain} ({kind})',
  },
  unproven: {
    ja: '監査記録が署名付き証明（{at}）と一致しません（{kind}）',
    en: 'The audit log does not match the signed proof of {at}: {kind}',
  },
  checkedAt: { ja: '検証日時', en: 'Checked at' },
  organisation: { ja: '組織の識別番号', en: 'Organisation ID' },
  what: { ja: '検証の対象', en: 'What was checked' },
  looked: {
    ja: '記録{lines}件、系列{chains}本、保管中の署名付き証明{proofs}件',
    en: '{lines} {lines|entry|entries} in {chains} {chains|chain|chains}, held against {proofs} signed {proofs|proof|proofs}',
  },
  range: { ja: '記録の期間', en: 'Entries recorded' },
  root: { ja: '全記録を代表するハッシュ（SHA-256）', en: 'Hash of all entries (SHA-256)' },
  key: { ja: '署名鍵の指紋', en: 'Signed with key' },
  later: {
    ja: '次の証明を保管すると、以後の改ざん・欠落を「sonae ledger verify --against ファイル」で確認できます。',
    en: 'Keep the proof below. Later changes show with “sonae ledger verify --against FILE”.',
  },
} as const satisfies Record<string, Bilingual>;

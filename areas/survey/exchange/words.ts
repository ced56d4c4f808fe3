import type { Bilingual } from '../../../kernel/language.ts';
import type { RefusalReason } from '../terms/words.ts';

export { KIND_WORDS, REFUSAL_REASONS, type RefusalReason } from '../terms/words.ts';

/** Why a package is refused, and what to do about it. */
export const REFUSALS = {
  'too-large': {
    ja: 'パッケージが大きすぎます（上限24 MB）。添付ファイルを減らして、もう一度送信してください',
    en: 'The package is too large (at most 24 MB). Send it again with fewer attachments',
  },
  'not-a-package': {
    ja: 'Sonaeのパッケージではありません。「sonae-package」で始まるファイルを指定してください',
    en: 'This is not a Sonae package. Choose a file that begins with "sonae-package"',
  },
  'other-version': {
    ja: 'このバージョンのパッケージは受け付けられません。双方のSonaeを同じバージョンに更新してください',
    en: 'Packages of this format version are not accepted. Update Sonae on both sides to the same version',
  },
  cut: {
    ja: 'パッケージが途中で切れています。もう一度送信してもらってください',
    en: 'The package is cut off. Ask for it to be sent again',
  },
  unsigned: {
    ja: 'パッケージに署名がありません。送信元のSonaeから出力し直してもらってください',
    en: 'The package is not signed. Ask the sender to export it again from their Sonae',
  },
  damaged: {
    ja: 'パッケージの形式が正しくありません。もう一度送信してもらってください',
    en: 'The package is not in the right format. Ask for it to be sent again',
  },
  excessive: {
    ja: 'パッケージの内容が上限（項目数、階層、添付ファイル）を超えています',
    en: 'The content of the package exceeds the limits (parts, depth or attachments)',
  },
  tampered: {
    ja: '署名と内容が一致しません。送信後に変更された可能性があります。送信元に電話で確認してください',
    en: 'The signature does not match the content. It may have been changed on the way. Call the sender to check',
  },
  'attachment-differs': {
    ja: '添付ファイルが署名された内容と一致しません。もう一度送信してもらってください',
    en: 'An attachment is not the one that was signed for. Ask for it to be sent again',
  },
  'not-for-us': {
    ja: '別の組織宛てのパッケージです。宛先の組織に渡してください',
    en: 'The package is addressed to another organisation. Hand it to that organisation',
  },
  foreign: {
    ja: '登録されていない組織からのパッケージです。先に相手の組織カードを登録し、鍵を電話で確認してください',
    en: 'The sender is not registered. Register their card first and compare the key by phone',
  },
  unconfirmed: {
    ja: '送信元の鍵がまだ確認されていません。指紋を電話で照合し、確認済みにしてください',
    en: 'The key of the sender is not confirmed yet. Compare the fingerprint by phone and confirm it',
  },
  revoked: {
    ja: '送信元との交換は停止されています',
    en: 'Exchange with the sender has been stopped',
  },
  'changed-key': {
    ja: '登録された鍵と異なる鍵で署名されています。新しい組織カードを受け取り、指紋を電話で照合してください',
    en: 'Signed with another key than the one registered. Obtain the new card and compare its fingerprint by phone',
  },
  replayed: {
    ja: '受領済みの番号です。同じ番号の別のパッケージは受け付けられません',
    en: 'This number was received before. Another package with the same number is not accepted',
  },
  missing: {
    ja: '前の番号のパッケージが届いていません。番号の順に受け取ってください',
    en: 'A package with an earlier number has not arrived. Receive them in the order of their numbers',
  },
  'broken-chain': {
    ja: '直前に受け取ったパッケージにつながりません。送信元に電話で確認してください',
    en: 'It does not follow the package received before it. Call the sender to check',
  },
  'unknown-receipt': {
    ja: '該当する送信済みパッケージがない受領書です',
    en: 'This receipt is for no package that was sent from here',
  },
  'unknown-kind': {
    ja: 'この種類のパッケージは受け付けていません。双方のSonaeのバージョンを確認してください',
    en: 'This kind of package is not accepted here. Check the versions of Sonae on both sides',
  },
  unfit: {
    ja: 'パッケージの内容に誤りがあります',
    en: 'The content of the package is not valid',
  },
  'not-accepted': {
    ja: '受信側で受け付けられませんでした',
    en: 'The recipient could not accept it',
  },
  'no-way': {
    ja: '転送先の組織が登録されていないため、転送できません',
    en: 'It cannot be passed on: the organisation it is addressed to is not registered here',
  },
} as const satisfies Record<RefusalReason, Bilingual>;

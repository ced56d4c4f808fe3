import { words } from '../../words.ts';

export const PACK = words({
  hint: {
    ja: '連絡先、連絡網、対応計画、復旧順位、代替手段を一つにまとめた資料です。ネットワークやサインインを利用できない場合でも閲覧できます。内容の変更は、30秒程度で新しい版に反映されます。',
    en: 'Contacts, call trees, plans, recovery order and fallbacks in one document. It opens without network or sign-in, and updates within 30 seconds of any change.',
  },
  none: { ja: '未作成です。', en: 'Not created yet.' },
  make: { ja: '作成', en: 'Create now' },
  renew: { ja: '再作成', en: 'Update now' },
  version: { ja: '第{version}版', en: 'Version {version}' },
  made: { ja: '作成：{at}', en: 'Created {at}' },
  until: { ja: '期限：{at}', en: 'Expires {at}' },
  expired: { ja: '有効期限切れ', en: 'Expired' },
  print: { ja: 'PDF', en: 'PDF' },
  page: { ja: 'HTML（単一ファイル）', en: 'HTML (single file)' },
  device: { ja: 'この端末に保存', en: 'On this device' },
  deviceHint: {
    ja: '保存すると、圏外や機内モードでも Sonae を開くだけで閲覧できます。サインアウトすると削除されます。氏名と電話番号が含まれます。',
    en: 'Once saved, opening Sonae shows the pack offline, even in flight mode. Signing out removes it. It contains names and phone numbers.',
  },
  keep: { ja: 'この端末に保存', en: 'Save to this device' },
  drop: { ja: 'この端末から削除', en: 'Remove from this device' },
  kept: { ja: '第{version}版を保存済み', en: 'Version {version} saved' },
  keptOld: {
    ja: '保存されているのは旧版（第{version}版）です。もう一度保存してください',
    en: 'An old version ({version}) is saved. Save it again',
  },
  cannot: {
    ja: 'このブラウザー、またはhttps以外の接続では保存できません。',
    en: 'Saving needs https and a supported browser.',
  },
  sealed: { ja: '暗号化コピー', en: 'Encrypted copy' },
  sealedHint: {
    ja: 'USBメモリーなどに保存するための、age形式の暗号化ファイルです。パスフレーズ（12文字以上）を忘れると開けません。',
    en: 'An encrypted age file for a USB stick. It cannot be opened without its passphrase (12 characters or more).',
  },
  phrase: { ja: 'パスフレーズ', en: 'Passphrase' },
  format: { ja: '形式', en: 'Format' },
});

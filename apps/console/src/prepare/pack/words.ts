import { words } from '../../words.ts';

export const PACK = words({
  hint: {
    ja: '連絡先、連絡網、対応計画、復旧の順番、代替手段を一つにまとめたものです。ネットワークもサインインも使えないときに開けます。内容が変わると30秒ほどで新しい版になります。',
    en: 'Contacts, call trees, plans, recovery order and fallbacks in one. It opens when network and sign-in are gone, and is made anew within half a minute of any change.',
  },
  none: { ja: 'まだ作られていません。', en: 'There is none yet.' },
  make: { ja: 'いま作る', en: 'Make it now' },
  renew: { ja: 'いま作り直す', en: 'Make it anew now' },
  version: { ja: '第{version}版', en: 'Version {version}' },
  made: { ja: '作成：{at}', en: 'Made {at}' },
  until: { ja: '期限：{at}', en: 'Until {at}' },
  expired: { ja: '期限切れです', en: 'It has expired' },
  print: { ja: 'PDF', en: 'PDF' },
  page: { ja: 'HTML（一つのファイル）', en: 'HTML, one file' },
  device: { ja: 'この端末に置く', en: 'On this device' },
  deviceHint: {
    ja: '置いておくと、圏外や機内モードでも Sonae を開くだけでパックが出ます。サインアウトすると消えます。氏名と電話番号が含まれます。',
    en: 'Once kept, opening Sonae shows the pack without any network, in flight mode too. Signing out removes it. It holds names and numbers.',
  },
  keep: { ja: 'この端末に置く', en: 'Keep it on this device' },
  drop: { ja: 'この端末から消す', en: 'Take it off this device' },
  kept: { ja: '第{version}版を置いてあります', en: 'Version {version} is kept' },
  keptOld: {
    ja: '置いてあるのは古い第{version}版です。もう一度置いてください',
    en: 'The old version {version} is kept: keep it again',
  },
  cannot: {
    ja: 'このブラウザーか接続（https でない）では置けません。',
    en: 'This browser, or a connection without https, cannot keep it.',
  },
  sealed: { ja: '暗号化した写し', en: 'Encrypted copy' },
  sealedHint: {
    ja: 'USBメモリーなどに入れるための age 形式のファイルです。合言葉（12文字以上）を忘れると開けません。',
    en: 'An age file, for a stick. Without its passphrase (12 characters or more) it cannot be opened.',
  },
  phrase: { ja: '合言葉', en: 'Passphrase' },
  format: { ja: '形式', en: 'Format' },
});

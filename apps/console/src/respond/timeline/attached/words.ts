import { words } from '../../../words.ts';

export const ATTACHED = words({
  attach: { ja: 'ファイルの添付', en: 'Attach files' },
  hint: {
    ja: 'ファイルの添付（貼り付け、ドラッグも可。1件10 MBまで。JPEG・PNG・WebP・GIF画像の位置情報は削除）',
    en: 'Attach files (or paste or drop them; up to 10 MB each; location data is removed from JPEG, PNG, WebP and GIF images)',
  },
  waiting: { ja: '添付するファイル', en: 'Files to attach' },
  remove: { ja: '{name}の取り消し', en: 'Remove {name}' },
  sending: { ja: '{name}を送信中', en: 'Uploading {name}' },
  notNow: {
    ja: 'サーバーに接続できません。ファイルはオフラインでは保存できません。接続が戻ってから、もう一度記録してください',
    en: 'Cannot reach the server. Offline, files are not saved: add this one again once you are connected',
  },
  openLarge: { ja: '{name}を拡大表示', en: 'View {name} at full size' },
  openAlone: { ja: '新しいタブで表示', en: 'Open in a new tab' },
  notShown: { ja: '画像を表示できません', en: 'The image cannot be shown' },
});

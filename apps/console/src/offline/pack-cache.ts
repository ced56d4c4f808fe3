/** Where the pack lies on a device. */
export const PACK_CACHE = 'sonae-pack';
export const PACK_PATH = '/pack';

/** Until when the pack on a device may be used. */
export const EXPIRES = 'x-sonae-expires';

/** Shown in place of a pack that was past its date for so long that it was taken off the device. */
export const FORGOTTEN = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sonae</title><body style="font-family:sans-serif;padding:24px"><h1>接続できません / No connection</h1>
<p>この端末の持ち出しパックは期限を過ぎて長くたったため、削除しました。新しい版か、印刷したものを使ってください。</p>
<p>The grab-and-go pack on this device was long past its date and has been removed. Take a new one, or use a printed one.</p></body></html>`;

/** Shown where there is neither network nor pack. */
export const OFFLINE = `<!doctype html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sonae</title><body style="font-family:sans-serif;padding:24px"><h1>接続できません / No connection</h1>
<p>この端末に持ち出しパックは保存されていません。印刷したものを使ってください。</p>
<p>No grab-and-go pack is kept on this device. Use a printed one.</p></body></html>`;

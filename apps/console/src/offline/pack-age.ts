/** So long after its date a pack still opens, marked; then it is taken off the device. */
export const FORGET_AFTER_DAYS = 14;
const DAY_MS = 86_400_000;

/** How a pack on a device stands by the device's own clock; one kept before dates were noted is not known to be past. */
export type PackAge = 'in-date' | 'past' | 'forget';

export function packAge(expiresAt: string | null, nowMs: number): PackAge {
  const expires = expiresAt === null ? Number.NaN : Date.parse(expiresAt);
  if (Number.isNaN(expires) || nowMs < expires) return 'in-date';
  return nowMs < expires + FORGET_AFTER_DAYS * DAY_MS ? 'past' : 'forget';
}

/** The page of a pack with a warning above everything: it has no script of its own, so it is put in from outside. */
export function markedPast(html: string, expiresAt: string): string {
  const on = expiresAt.slice(0, 10);
  const warning = `<div role="alert" style="position:sticky;top:0;z-index:1;background:#b3261e;color:#fff;padding:12px 16px;font:bold 18px sans-serif">期限切れ：この持ち出しパックは ${on} に期限を過ぎました。電話番号や当番が変わっている可能性があります。新しい版を取ってください。<br>Past its date: this pack expired on ${on}. Numbers and duty may have changed: take a new one.</div>`;
  const body = /<body[^>]*>/i.exec(html);
  if (!body) return `${warning}${html}`;
  const at = body.index + body[0].length;
  return html.slice(0, at) + warning + html.slice(at);
}

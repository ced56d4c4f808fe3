import type { Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';

/** What a mail says around the one button that leads on. */
interface LinkMail {
  readonly language: Language;
  readonly lines: readonly string[];
  readonly url: string;
  /** What the button is called. */
  readonly open: string;
  readonly after?: readonly string[];
  /** In small print, a line each. */
  readonly foot: readonly string[];
}

const paragraph = (text: string): string => `<p>${escapeHtml(text)}</p>`;

/** A mail as a page: plain lines and one large button, for any program that shows mail. */
export const linkMail = ({ language, lines, url, open, after = [], foot }: LinkMail): string =>
  `<!doctype html><html lang="${language}"><body style="font-family:sans-serif;font-size:16px;line-height:1.6">
${lines.map(paragraph).join('\n')}
<p><a href="${escapeHtml(url)}" style="display:inline-block;padding:14px 28px;background:#1f4a92;color:#fff;text-decoration:none;border-radius:4px;font-size:18px">${escapeHtml(open)}</a></p>
${after.map(paragraph).join('\n')}
<p style="color:#555;font-size:13px">${foot.map(escapeHtml).join('<br>')}</p></body></html>`;

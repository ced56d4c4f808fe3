import type { Language } from '../../../kernel/language.ts';
import { escapeHtml } from '../../../kernel/text.ts';

/** A page that works without scripts, on any phone, in a bad network: one small file and one stylesheet. */
export const page = ({
  title,
  language,
  body,
  stylesheet = '/plain.css',
}: {
  title: string;
  language: Language;
  body: string;
  stylesheet?: string;
}): string =>
  `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="robots" content="noindex" /><meta name="referrer" content="no-referrer" /><title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="${stylesheet}" /></head><body><main>${body}</main></body></html>`;

export const PLAIN_CSS = `:root{color-scheme:light dark}
body{margin:0;font:16px/1.6 "BIZ UDPGothic",system-ui,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:60rem;margin:0 auto;padding:24px 16px}
h1{font-size:22px;line-height:1.4}h2{border-top:1px solid #8886;padding-top:16px}h3{font-size:15px;margin-bottom:0}
pre{overflow:auto;background:#8881;padding:8px;font-size:13px;line-height:1.4}
.mark{display:block;max-width:240px;max-height:64px;padding:6px;border-radius:6px;background:#fff}
.quiet{opacity:.75;font-size:14px}.nowrap{white-space:nowrap}
button{font:inherit;font-weight:700;font-size:20px;padding:14px 28px;min-height:56px;width:100%;max-width:24rem;border:0;border-radius:6px;background:#1f4a92;color:#fff}
textarea,input,select{font:inherit;width:100%;max-width:36rem;padding:10px;border:1px solid #8889;border-radius:6px;box-sizing:border-box;background:inherit;color:inherit}
label{display:block;margin:12px 0 4px;font-weight:700}
.buttons{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.buttons button{width:auto;font-size:16px;padding:10px 16px;min-height:48px}
fieldset{border:1px solid #8886;border-radius:6px;margin:12px 0 4px;max-width:36rem;box-sizing:border-box}legend{font-weight:700}
label.box{display:flex;gap:8px;align-items:flex-start;font-weight:400;margin:0;padding:10px 0;min-height:24px}label.box input{width:22px;height:22px;flex:none;margin:0}
fieldset.part{max-width:none;padding:8px 12px;margin:0 0 12px}fieldset.part legend{float:left;width:100%;font-weight:400;padding:0}.part>p{margin:4px 0;clear:both}
.buttons button.second{background:none;color:inherit;border:1px solid #8889}
.choices{clear:both;display:flex;flex-wrap:wrap;column-gap:20px}.choices label.box{min-height:44px;align-items:center;padding:0}
.drawn{margin:0 0 16px;background:#fff;color:#111;padding:8px;border-radius:6px}.drawn svg{display:block;max-width:100%;height:auto}
a.file{display:inline-flex;align-items:center;min-height:44px;margin-right:16px}code{overflow-wrap:anywhere}q{quotes:none}
p.wrong{border-left:3px solid #c0362c;padding-left:8px}
summary{cursor:pointer;padding:10px 0;opacity:.85;font-size:14px}
.field,.row{border-left:3px solid transparent;padding-left:10px;margin-bottom:8px}.row{border-color:#8886}.field.wrong{border-color:#c0362c}
[role=alert]{border-left:3px solid #c0362c;padding:8px 8px 8px 28px;background:#c0362c18;max-width:36rem}
button:focus-visible,a:focus-visible{outline:3px solid #e0a100;outline-offset:2px}
@media print{details{display:none}}`;

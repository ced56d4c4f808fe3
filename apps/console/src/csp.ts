declare global {
  var __webpack_nonce__: string | undefined;
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

const meta = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]');
/** The nonce the server put into this page; styles made at run time carry it. Browsers hide the attribute, not the property. */
export const cspNonce: string = meta?.nonce ?? '';
// The name under which the scroll lock of dialogs looks for it.
if (cspNonce) globalThis.__webpack_nonce__ = cspNonce;
// zod would otherwise try whether it may compile code, which the policy forbids and reports. Set where zod looks for it, since
// it comes with the screens that need it, later than this; a browser test fails on any report.
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };

/** The public status page: by day, by night, on a phone and on paper. What is told by a colour is told by a shape as well. */
export const STATUS_CSS = `:root{color-scheme:light dark;--ink:#16202e;--quiet:#4f5b6b;--line:#dde3ec;--paper:#fff;--ground:#f4f6fa;--link:#1d4f91;
--top:#0f2338;--top-ink:#fff;--good:#186c3d;--good-soft:#e7f6ed;--warn:#8a5200;--warn-soft:#fff4e0;--bad:#b8322a;--bad-soft:#fdeeec;--calm:#9fb2cc}
@media(prefers-color-scheme:dark){:root{--ink:#e4ebf3;--quiet:#a6b3c3;--line:#2a394b;--paper:#141e2b;--ground:#0c141e;--link:#93b9f2;
--top:#0a1929;--good:#7fd9a0;--good-soft:#143524;--warn:#f2bd6b;--warn-soft:#3d2d12;--bad:#ff9a90;--bad-soft:#43201f;--calm:#56708f}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.7 "Hiragino Sans","Noto Sans JP","BIZ UDPGothic",system-ui,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;overflow-x:clip}
main{max-width:800px;margin:0 auto;padding:0 20px 48px}
p{margin:0}a{color:var(--link)}
h1{margin:0;font-size:26px;line-height:1.3}h2{margin:40px 0 12px;font-size:18px;line-height:1.4}h3{margin:0 0 8px;font-size:15px}
ul{margin:0;padding:0;list-style:none}
.quiet{color:var(--quiet);font-size:14px}
.top{display:flex;flex-wrap:wrap;gap:12px 24px;justify-content:space-between;align-items:end;margin:0 calc(50% - 50vw);padding:28px max(20px,calc(50vw - 380px)) 72px;background:var(--top);color:var(--top-ink)}
.top .mark{max-width:160px;max-height:56px;padding:6px;border-radius:8px;background:#fff}.top .whose{flex:1}
.top .name{font-weight:700;opacity:.9}
.languages{display:flex;gap:4px}.languages>*{display:inline-flex;align-items:center;min-height:44px;padding:0 12px;border-radius:6px;color:var(--top-ink);font-size:14px}
.languages span{background:#ffffff2e;font-weight:700}
.banner{display:flex;gap:16px;align-items:center;margin-top:-44px;padding:24px;border:1px solid var(--line);border-left:8px solid var(--good);border-radius:10px;background:var(--paper);box-shadow:0 2px 12px #10203014}
.banner .shape{flex:none;width:40px;height:40px}.banner .mood{font-size:20px;font-weight:700;line-height:1.4}
.banner.affected{border-left-color:var(--warn)}.banner.stopped{border-left-color:var(--bad)}
.card,.services li{padding:20px 24px;border:1px solid var(--line);border-radius:10px;background:var(--paper)}
.card+.card,.past li+li{margin-top:12px}
.card.open{border-left:8px solid var(--warn)}
.services{border:1px solid var(--line);border-radius:10px;background:var(--paper);overflow:hidden}
.services li{border:0;border-radius:0}.services li+li{border-top:1px solid var(--line)}
.service{display:flex;flex-wrap:wrap;gap:4px 16px;justify-content:space-between}
.state{display:inline-flex;gap:6px;align-items:center;font-weight:700}
.state.normal{color:var(--good)}.state.affected{color:var(--warn)}.state.stopped{color:var(--bad)}.state.noticed{color:var(--quiet)}
.shape{fill:currentColor}.shape.normal{fill:var(--good)}.shape.affected{fill:var(--warn)}.shape.stopped{fill:var(--bad)}.shape.noticed{fill:var(--quiet)}
.shape .on{fill:none;stroke:var(--paper);stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}
.strip{display:block;width:100%;height:24px;margin:12px 0 4px}
.strip .normal{fill:var(--calm)}.strip .affected{fill:var(--warn)}.strip .stopped{fill:var(--bad)}
.next{margin-bottom:16px;padding-bottom:12px;border-bottom:1px solid var(--line)}.late{color:var(--bad);font-weight:700}
.told+.told,details .told{margin-top:16px;padding-top:16px;border-top:1px solid var(--line)}
.told-head{color:var(--quiet);font-size:14px}.told .kind{display:inline-block;margin-right:8px;padding:0 10px;border-radius:20px;background:var(--warn-soft);color:var(--warn);font-weight:700}
.told.start .kind{background:var(--bad-soft);color:var(--bad)}.told.end .kind{background:var(--good-soft);color:var(--good)}
.told-services{display:flex;flex-wrap:wrap;gap:4px 20px;margin-top:8px;font-size:14px}
details{margin-top:12px}summary{display:inline-flex;align-items:center;min-height:44px;color:var(--link);cursor:pointer;text-decoration:underline}
.follow{margin-top:40px;padding:4px 24px 20px;border:1px solid var(--line);border-radius:10px;background:var(--paper)}.follow h2{margin-top:16px}
label{display:block;margin-bottom:4px;font-weight:700}.row{display:flex;flex-wrap:wrap;gap:8px}
input{flex:1 1 240px;min-width:0;min-height:48px;padding:0 12px;border:1px solid var(--quiet);border-radius:6px;background:var(--paper);color:var(--ink);font:inherit}
button{min-height:48px;padding:0 28px;border:0;border-radius:6px;background:#1d4f91;color:#fff;font:inherit;font-weight:700;cursor:pointer}
.links{display:flex;flex-wrap:wrap;gap:0 24px;margin-top:8px}.links a{display:inline-flex;align-items:center;min-height:44px}
:focus-visible{outline:3px solid #e0a100;outline-offset:2px}
@media(max-width:480px){main{padding:0 16px 40px}.card,.services li{padding:16px}.banner{padding:20px 16px}h1{font-size:22px}}
@media print{:root{color-scheme:light}h2,h3{break-after:avoid}body{background:#fff;font-size:11pt}.top{margin:0;padding:0 0 12pt;background:none;color:#000;border-bottom:1pt solid #000}.languages,.follow,summary{display:none}
.banner{margin-top:12pt;box-shadow:none}.card,.services li,.told{break-inside:avoid}details::details-content{content-visibility:visible;display:block;block-size:auto}svg{print-color-adjust:exact}}`;

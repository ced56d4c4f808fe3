/**
 * How the public site looks: calm, one column to read, the blue and greys of the report. Pairs of ink and ground reach 4.5:1 in
 * both schemes; figures stay on white paper, for their colours were chosen on it.
 */
export const SITE_STYLE = `
:root{color-scheme:light dark;--ink:#16202e;--quiet:#54585e;--blue:#1d4f91;--pale:#f3f6fb;--line:#cfd7e2;--paper:#fff;--ground:#f6f8fb;--mark:#ffe9a8;--b0:#1d4f91;--b1:#6f9bdc;--b2:#b3c9e8;--b3:#dbe5f3}
@media(prefers-color-scheme:dark){:root{--ink:#e4ebf3;--quiet:#aab6c5;--blue:#93b9f2;--pale:#1a2635;--line:#37485b;--paper:#141e2b;--ground:#0c141e;--mark:#332b0c;--b0:#93b9f2;--b1:#5f8bd0;--b2:#3d5f99;--b3:#2a4068}}
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.8 var(--faces),system-ui,"Hiragino Sans","Yu Gothic",sans-serif;font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere}
:lang(en) body,body:lang(en){line-height:1.65}
a{color:var(--blue);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--blue);outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.wrap{max-width:62rem;margin:0 auto;padding:0 1.25rem}
header.site{background:var(--paper);border-bottom:3px solid var(--blue)}
header.site .wrap{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.5rem;padding-top:.4rem;padding-bottom:.4rem}
.name{font-weight:700;font-size:1.0625rem;color:var(--ink);text-decoration:none;flex:1 1 18rem;padding:.55rem 0}
nav ul{list-style:none;margin:0;padding:0}
nav.menu ul{display:flex;flex-wrap:wrap;gap:0 .25rem;margin:0 -.75rem}
nav.menu a{display:block;min-height:2.75rem;padding:.5rem .75rem;text-decoration:none}
nav.menu a[aria-current]{font-weight:700;box-shadow:inset 0 -3px 0 var(--blue)}
nav.path{font-size:.9rem;color:var(--quiet);padding:1rem 0 0}nav.path li{display:inline-block}nav.path a{display:inline-block;min-height:1.75rem}nav.path li+li::before{content:"›";padding:0 .5em;color:var(--quiet)}
main{display:block;padding-bottom:4rem}
h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.05rem);line-height:1.4;margin:1rem 0 .6rem;text-wrap:balance;letter-spacing:.01em}
h2{font-size:1.2rem;line-height:1.5;color:var(--blue);border-bottom:2px solid var(--line);padding-bottom:.25rem;margin:2.6rem 0 .9rem}
h3{font-size:1.0625rem;line-height:1.5;margin:1.6rem 0 .4rem}
p{margin:.6rem 0;max-width:44em}.lead-text{font-size:1.125rem;color:var(--quiet)}.quiet,.rule,.note{color:var(--quiet);font-size:.9rem}
ul{padding-left:1.3em;margin:.4rem 0}li{margin:.35rem 0;text-wrap:pretty}
.cards{list-style:none;padding:0;display:grid;gap:1rem;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
.cards li{margin:0;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:1rem 1.1rem}
.cards a{font-weight:700;display:block;min-height:1.75rem}.cards p{margin:.3rem 0 0;font-size:.9rem;color:var(--quiet)}
.summary{background:var(--paper);border:1px solid var(--line);border-left:4px solid var(--blue);border-radius:4px;padding:.6rem 1rem}
.summary ul{margin:.2rem 0}
figure{margin:0}.picture{margin:1.4rem 0;background:#fff;border:1px solid var(--line);border-radius:6px;padding:.5rem;overflow-x:auto}
figure svg{display:block;width:100%;height:auto;font-kerning:none}
details{margin:.6rem 0 1.2rem}summary{cursor:pointer;color:var(--blue);min-height:2.75rem;padding:.5rem 0}
.sections section{max-width:46em}
.lead{font-weight:700;display:block}.factors{margin:.4rem 0 0;font-weight:700}.note{margin:.1rem 0 0}
.mark{font-size:.78em;color:var(--quiet);border:1px solid currentColor;border-radius:3px;padding:0 .3em;white-space:nowrap}
.doubt{text-decoration:underline dotted;text-decoration-thickness:1px;text-underline-offset:.2em}
.scroll{overflow-x:auto;margin:1rem 0 .4rem}
table{border-collapse:collapse;width:100%;background:var(--paper)}caption{text-align:left;font-weight:700;padding:.4rem 0;background:var(--ground)}
th,td{border-bottom:1px solid var(--line);padding:.45rem .7rem;text-align:left;vertical-align:top;font-size:.95rem}
thead th{background:var(--pale);border-top:2px solid var(--blue)}
table.figures td{text-align:right;white-space:nowrap}table.figures tbody th{font-weight:400}tr.total th,tr.total td{font-weight:700}
table.figures td.bar{width:34%;min-width:9rem}.bar svg{display:block;width:100%;height:.9rem}
.b0{fill:var(--b0)}.b1{fill:var(--b1)}.b2{fill:var(--b2)}.b3{fill:var(--b3)}
.cases td.no{width:3.5rem;text-align:center;font-weight:700}.cases td a{display:inline-block;min-width:1.75rem;min-height:1.75rem}.cases strong a{color:inherit}
dl.terms dt{font-weight:700;margin-top:.9rem}dl.terms dd{margin:0;max-width:44em}
.files{list-style:none;padding:0}.files li{padding:.5rem 0;border-bottom:1px solid var(--line)}.files a{font-weight:700;display:inline-block;min-height:1.75rem}.files code{display:block;font-size:.75rem;color:var(--quiet);font-family:ui-monospace,Menlo,Consolas,monospace}
.pager{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem;border-top:1px solid var(--line);margin-top:3rem;padding-top:1rem}.pager a{display:inline-block;min-height:2.75rem;max-width:28em}
.gone{border:1px dashed var(--line);border-radius:6px;padding:1rem 1.2rem;background:var(--paper)}
form.search{display:flex;flex-wrap:wrap;gap:.5rem;margin:1rem 0}form.search[hidden]{display:none}
form.search label{flex:1 1 100%;font-weight:700}
form.search input{flex:1 1 16rem;min-height:2.75rem;font:inherit;padding:.4rem .8rem;color:inherit;background:var(--paper);border:2px solid var(--quiet);border-radius:6px}
mark{background:var(--mark);color:inherit}
.hits{list-style:none;padding:0}.hits li{padding:.6rem 0;border-bottom:1px solid var(--line);max-width:46em}.hits a{font-weight:700;display:block;min-height:1.75rem}
footer.site{border-top:1px solid var(--line);color:var(--quiet);font-size:.9rem;padding:1.5rem 0 3rem}footer.site a{display:inline-block;min-height:2.75rem;padding:.5rem 0;margin-right:1.5rem}
@media(min-width:60rem){.sections.two{columns:2;column-gap:2.5rem}.sections.two section{break-inside:auto}.sections.two h2{margin-top:0;break-after:avoid}.sections.two section{margin-bottom:1.8rem}}
@media(max-width:40rem){body{font-size:1rem}figure svg{min-width:640px}.wrap{padding:0 1rem}.cards a,.hits a,.files a,nav.path a,.cases td a,main li>a:only-child{min-height:2.75rem;padding:.45rem 0}
.cases{background:none}.cases thead{position:absolute;left:-999rem}.cases,.cases tbody,.cases tr,.cases td{display:block}.cases tr{border:1px solid var(--line);border-radius:6px;margin:.8rem 0;padding:.3rem .4rem;background:var(--paper)}.cases td{border:0}.cases td.no{text-align:left;width:auto}}
@media print{body{background:#fff;font-size:10pt}header.site nav,footer.site nav,.skip,.pager,nav.path,form.search{display:none}h2{break-after:avoid}tr,li,figure{break-inside:avoid}a{color:inherit}}
`;

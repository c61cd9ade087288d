// How the page of a plan looks, on a screen and on paper.

export const STYLE = `
:root{--ink:#1d1f21;--dim:#667;--rule:#d9dce1;--soft:#f5f6f8;--link:#0b4f8a;--mark:#fff0b3;--hit:#ffd24d}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{font:16px/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);margin:0 auto;max-width:1240px;padding:28px;overflow-wrap:break-word}
.page{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2.6rem;align-items:start}
.outline{position:sticky;top:1rem;max-height:calc(100vh - 2rem);overflow-y:auto;font-size:.86rem;line-height:1.4;border-right:1px solid var(--rule);padding-right:1rem}
.outline h2{font-size:.86rem;text-transform:uppercase;letter-spacing:.04em;color:var(--dim);margin:0 0 .5em;border:0;padding:0}
.outline ul{list-style:none;margin:0;padding:0}.outline ul ul{padding-left:.9em}.outline li{margin:.3em 0}
.outline .parts{margin-top:1em;padding-top:.8em;border-top:1px solid var(--rule)}
a{color:var(--link);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
.kind{color:var(--dim);text-transform:uppercase;letter-spacing:.06em;font-size:.86rem;margin:0 0 .3em}
h1{font-size:1.65rem;line-height:1.25;margin:0 0 .7em}
h2{font-size:1.25rem;line-height:1.3;margin:2em 0 .6em;padding-bottom:.25em;border-bottom:1px solid var(--rule)}
h3{font-size:1.1rem;margin:1.6em 0 .5em}h4,h5,h6{font-size:1rem;margin:1.3em 0 .4em}
p{margin:.55em 0}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.3em 1.2em;margin:0;padding:1em 1.2em;background:var(--soft);border-radius:6px}
dt{color:var(--dim)}dd{margin:0}
.head{text-align:center;margin:.2em 0}.title{text-align:center;font-weight:600}
.item{padding-left:1.1em;text-indent:-1.1em}
.scroll{overflow-x:auto;margin:.8em 0 1.2em}
table{border-collapse:collapse;width:100%;font-size:.92rem;line-height:1.45}
th,td{border:1px solid var(--rule);padding:.38em .6em;text-align:left;vertical-align:top}
th{background:var(--soft);font-weight:600}
.group td{font-weight:600;background:#fafbfc}.numbers td{color:var(--dim);font-style:italic}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.w{white-space:nowrap}
mark{background:var(--mark);color:inherit;padding:0 .1em;border-radius:2px}
.ref{border-bottom:1px dotted var(--link)}.date{border-bottom:1px dotted var(--dim)}
.dim{color:var(--dim)}.small{font-size:.86rem}
.warning td:first-child{color:#8c1313;font-weight:600}
[id]{scroll-margin-top:1.2rem}
:target{background:var(--hit);box-shadow:0 0 0 .18em var(--hit);border-radius:2px}
h2:target,h3:target,h4:target,h5:target,h6:target{box-shadow:none}
footer{margin-top:3em;padding-top:1em;border-top:1px solid var(--rule);color:var(--dim);font-size:.86rem}
@media screen and (max-width:860px){body{padding:16px}.page{display:block}.outline{position:static;max-height:none;border:0;border-bottom:1px solid var(--rule);padding:0 0 1em;margin-bottom:1.5em}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5em}}
@media print{@page{margin:18mm 16mm}body{font-size:10.5pt;line-height:1.45;max-width:none;padding:0}.page{display:block}.outline,.top{display:none}a{color:inherit}.scroll{overflow:visible}h1,h2,h3,h4,h5,h6{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}p{orphans:3;widows:3}mark,th,dl,.group td{print-color-adjust:exact;-webkit-print-color-adjust:exact}:target{background:none;box-shadow:none}}
`

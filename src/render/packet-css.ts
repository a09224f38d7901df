/** The one style sheet of a packet: for screens of any width, light and dark, and for print. */
export function packetCss(): string {
	return style;
}

const style = `:root {
	color-scheme: light dark;
	--text: #1b1f24;
	--quiet: #52585f;
	--back: #ffffff;
	--panel: #f4f5f7;
	--line: #c4c9cf;
	--link: #0b4fb3;
	--holds: #14602c;
	--holds-back: #e3f3e7;
	--fails: #98121d;
	--fails-back: #fbe6e7;
	--open: #6b4700;
	--open-back: #fbf0d6;
}
@media (prefers-color-scheme: dark) {
	:root {
		--text: #e6e8eb;
		--quiet: #aab1b9;
		--back: #14171a;
		--panel: #1f2429;
		--line: #454c54;
		--link: #8ab8ff;
		--holds: #8fdba3;
		--holds-back: #12301c;
		--fails: #ffb0b3;
		--fails-back: #44161a;
		--open: #f3cf82;
		--open-back: #3a2c0c;
	}
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
	margin: 0 auto;
	padding: 0 1rem 2rem;
	max-width: 76rem;
	background: var(--back);
	color: var(--text);
	font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif;
	overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0.25rem 0 1rem; font-size: 1.75rem; }
h2 { margin: 2.25rem 0 0.75rem; padding-bottom: 0.25rem; border-bottom: 1px solid var(--line); font-size: 1.35rem; }
h3 { margin: 1.25rem 0 0.5rem; font-size: 1.1rem; }
p { margin: 0.5rem 0; max-width: 48rem; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
code, pre { font-family: ui-monospace, "Cascadia Mono", "Segoe UI Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.9em; }
code, .id { unicode-bidi: isolate; }
pre { margin: 0.5rem 0; padding: 0.6rem 0.75rem; white-space: pre-wrap; border: 1px solid var(--line); border-radius: 4px; background: var(--panel); }
.skip { position: absolute; left: -999rem; padding: 0.5rem 1rem; background: var(--back); }
.skip:focus { left: 0.5rem; top: 0.5rem; }
.packet, footer, .note, .none, .target, caption, .system { color: var(--quiet); }
.packet { margin-top: 1rem; }
.id { font-weight: 600; }
h1 .id { font-weight: inherit; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; margin: 0; padding: 0.6rem 0; border-block: 1px solid var(--line); list-style: none; font-size: 0.9rem; }
nav a[aria-current] { font-weight: 700; text-decoration: none; color: inherit; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); font-size: 0.9rem; }
.question { font-size: 1.15rem; }
.check, .list { margin: 1rem 0; padding: 0.25rem 1rem 0.75rem; border: 1px solid var(--line); border-radius: 6px; }
.result { display: inline-block; padding: 0 0.5em; border: 1px solid currentColor; border-radius: 4px; font-weight: 600; white-space: nowrap; }
.holds { color: var(--holds); background: var(--holds-back); }
.fails { color: var(--fails); background: var(--fails-back); }
.open { color: var(--open); background: var(--open-back); }
.scroll { max-width: 100%; margin: 0.75rem 0; overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.93rem; overflow-wrap: break-word; }
caption { padding: 0.25rem 0; text-align: start; }
th, td { padding: 0.3rem 0.6rem; border: 1px solid var(--line); text-align: start; vertical-align: top; }
thead th { background: var(--panel); }
tbody th { font-weight: 600; }
td { max-width: 32rem; }
.long { min-width: 16rem; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.keys { overflow-wrap: anywhere; }
.keys th { min-width: 5rem; font-weight: 400; color: var(--quiet); }
.short { white-space: nowrap; }
.provenance { margin-top: 0.75rem; padding: 0.25rem 0.75rem; border-inline-start: 4px solid var(--line); background: var(--panel); font-size: 0.93rem; }
summary { cursor: pointer; }
dl.fields, dl.columns { margin: 0.5rem 0; }
dl > div { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: 0 1rem; padding: 0.15rem 0; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
dd ul, td ul { margin: 0; padding-inline-start: 1.2rem; }
td dl > div { grid-template-columns: minmax(4rem, 8rem) minmax(0, 1fr); }
.parts > li { margin: 0.9rem 0; }
.parts > li:target, :target { outline: 2px solid var(--link); outline-offset: 4px; }
.sentence { font-weight: 600; }
.sentence .id { margin-inline-end: 0.35em; font-weight: 400; }
.branches strong { font-weight: 600; }
.inner { margin-inline-start: 1rem; }
.as-is, .whole dd { white-space: pre-wrap; }
.prose > :first-child { margin-top: 0; }
.prose > :last-child { margin-bottom: 0; }
blockquote { margin: 0.5rem 0; padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--line); }
.changes li { margin: 0.4rem 0; }
.relevant { border-inline-start: 4px solid var(--fails); padding-inline-start: 0.5rem; }
@media (max-width: 36rem) {
	body { padding: 0 0.75rem 1.5rem; }
	h1 { font-size: 1.4rem; }
	.check, .list { padding: 0.25rem 0.6rem 0.6rem; }
	dl > div { grid-template-columns: minmax(0, 1fr); padding: 0.3rem 0; }
	td { max-width: 16rem; }
	.token { min-width: 9rem; overflow-wrap: anywhere; }
	ol, ul { padding-inline-start: 1.4rem; }
}
@page { margin: 18mm 15mm; }
@media print {
	:root {
		color-scheme: light;
		--text: #000000;
		--quiet: #3a3f45;
		--back: #ffffff;
		--panel: #f4f5f7;
		--line: #8a9199;
		--link: #000000;
		--holds: #0c4a20;
		--holds-back: #ffffff;
		--fails: #7d0a14;
		--fails-back: #ffffff;
		--open: #573a00;
		--open-back: #ffffff;
	}
	body { max-width: none; padding: 0; font-size: 9.5pt; }
	nav, .skip { display: none; }
	a { text-decoration: none; }
	h1, h2, h3, summary, caption { break-after: avoid; }
	.check, .parts > li, tr, pre, .provenance { break-inside: avoid; }
	thead { display: table-header-group; }
	.scroll { overflow: visible; }
	table { font-size: 8pt; }
	.token, .keys { overflow-wrap: anywhere; }
	.long { min-width: 0; }
	.wide, .wide tbody, .wide caption { display: block; }
	.wide thead { display: none; }
	.wide tr { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); grid-auto-flow: dense; gap: 0 4mm; margin: 0 0 2mm; padding: 1mm 2mm; border: 1px solid var(--line); }
	.wide th, .wide td { padding: 0.5mm 0; min-width: 0; max-width: none; border: 0; text-align: start; overflow-wrap: anywhere; }
	.wide .short { white-space: normal; }
	.wide tbody th, .wide .long { grid-column: 1 / -1; }
	.wide td::before { content: attr(data-label); display: block; color: var(--quiet); font-size: 7pt; }
	p, li { orphans: 3; widows: 3; }
}
`;

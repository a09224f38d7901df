/** What the page of coverage needs besides the style of a packet. */
export const coverageCss = `
.map { display: grid; gap: 0.6rem; margin: 1rem 0; }
.map section { display: grid; grid-template-columns: minmax(7rem, 11rem) minmax(0, 1fr); gap: 0.25rem 1rem; align-items: start; }
.map h3 { margin: 0; font-size: 1rem; }
.map h3 span { display: block; font-weight: 400; color: var(--quiet); }
.fields { display: flex; flex-wrap: wrap; gap: 3px; margin: 0; padding: 0; list-style: none; }
.field { display: inline-block; min-width: 1.9em; padding: 0.1em 0.3em; border: 2px solid currentColor; border-radius: 4px; font-weight: 700; text-align: center; font-family: ui-monospace, Menlo, Consolas, monospace; }
.aside { color: var(--quiet); background: var(--panel); border-style: dashed; }
.legend { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0.35rem 1rem; margin: 1rem 0; padding: 0; list-style: none; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 36rem) { .map section { grid-template-columns: minmax(0, 1fr); } }
@media print { .map section { break-inside: avoid; } }
`;

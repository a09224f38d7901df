import type { HandoffRow, Party } from '../../model/handoff/handoff-row.ts';
import { mermaidText } from './mermaid-text.ts';

/**
 * Who passes what to whom, as a Mermaid flowchart: documents are boxes, roles round, tools drums, the outside hexagons; the
 * edges bear what is passed. What leads nowhere, or cannot be told, is dashed. No text can act as syntax, Markdown or HTML. Rows
 * in one order always give one text, which ends with a line end.
 */
export function handoffsToMermaid(rows: readonly HandoffRow[]): string {
	const nodes = new Map<string, { readonly name: string; readonly party: Party | null }>();
	const nameOf = (party: Party | null): string => {
		// A name that only one of two documents knows as somebody outside is drawn once.
		const key = JSON.stringify(party && [party.kind === 'unknown' ? 'outside' : party.kind, party.name]);
		const known = nodes.get(key) ?? { name: `n${nodes.size}`, party };
		nodes.set(key, known);
		return known.name;
	};
	const edges = rows.map(({ from, to, what, result }) => {
		const text = mermaidText(what);
		const label = text === '' ? '' : `|"${text}"|`;
		return `${nameOf(from)} ${result === 'holds' ? '-->' : '-.->'}${label} ${nameOf(to)}`;
	});
	const all = [...nodes.values()];
	const nobody = all.find(({ party }) => party === null);
	const classes =
		nobody === undefined ? [] : ['classDef nowhere stroke-dasharray:5 5', `class ${nobody.name} nowhere`];
	const body = [...all.map(({ name, party }) => name + shape(party)), ...edges, ...classes];
	return ['flowchart LR', ...body.map((line) => `\t${line}`), ''].join('\n');
}

function shape(party: Party | null): string {
	const label = `"${[party?.name ?? 'nobody', party?.title ?? '']
		.map(mermaidText)
		.filter((line) => line !== '')
		.join('<br/>')}"`;
	switch (party?.kind) {
		case 'document':
			return `[${label}]`;
		case 'role':
			return `([${label}])`;
		case 'tool':
			return `[(${label})]`;
		default:
			return `{{${label}}}`;
	}
}

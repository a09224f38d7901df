import { JSDOM } from 'jsdom';
import { parse } from 'yaml';

/** A vertex and an edge as Mermaid itself has read them. */
interface Drawing {
	readonly title: string;
	readonly vertices: readonly {
		readonly id: string;
		readonly text: string;
		readonly shape: string;
		readonly classes: readonly string[];
	}[];
	readonly edges: readonly {
		readonly from: string;
		readonly to: string;
		readonly text: string;
		readonly stroke: string;
	}[];
}

// Mermaid asks for a window as soon as it is imported.
const { window } = new JSDOM('<!doctype html><body></body>');
Object.assign(globalThis, { window, document: window.document });
const { default: mermaid } = await import('mermaid');

/** What Mermaid makes of the codes in a label, and a browser of that. */
function shown(label: string): string {
	const coded = label.replace(/ﬂ°°(\d+)¶ß/gu, '&#$1;').replace(/ﬂ°(\w+)¶ß/gu, '&$1;');
	const element = window.document.createElement('div');
	element.innerHTML = coded;
	for (const line of element.querySelectorAll('br')) line.replaceWith('\n');
	return element.textContent ?? '';
}

/** Reads a flowchart with Mermaid's own parser; rejects what it rejects. */
export async function readMermaid(text: string): Promise<Drawing> {
	await mermaid.parse(text);
	const [, matter = '{}', chart = text] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
	const { title = '' } = parse(matter) as { title?: string };
	const diagram = await mermaid.mermaidAPI.getDiagramFromText(chart);
	// The flowchart database of Mermaid, which its types leave open.
	const db = diagram.db as unknown as {
		getVertices(): Map<string, { id: string; text: string; type: string; classes: string[] }>;
		getEdges(): { start: string; end: string; text: string; stroke: string }[];
	};
	return {
		title,
		vertices: [...db.getVertices().values()].map(({ id, text: label, type, classes }) => ({
			id,
			text: shown(label),
			shape: type,
			classes,
		})),
		edges: db
			.getEdges()
			.map(({ start, end, text: label, stroke }) => ({ from: start, to: end, text: shown(label), stroke })),
	};
}

import type { FileRule } from '../../rule.ts';

/** The registers whose entries are called by an id. */
const kinds = ['people', 'roles', 'tools', 'controls', 'activities'] as const;

export const duplicateEntry: FileRule = {
	name: 'register/duplicate-entry',
	severity: 'error',
	summary: 'Two entries of a register share one id, be it in other capitals.',
	why: 'Every document and record names people, roles and tools by their ids. Of two entries with one id some checks take the first, and nobody can say which was meant.',
	remedy: 'Give one of them an id of its own, or put the two together.',
	points: 'At the id that stands again.',
	clauses: ['iso-9001 7.5.2 a', 'cfr-11 11.100(a)'],
	silenceable: false,
	scope: 'file',
	kinds,
	examples: {
		bad: peopleCalled('j.roe', 'J.Roe'),
		good: peopleCalled('j.roe', 'jane.roe'),
	},
	*check({ kind, checked }) {
		const entries: unknown =
			typeof checked === 'object' && checked !== null ? Reflect.get(checked, kind) : undefined;
		if (!Array.isArray(entries)) return;
		const seen = new Map<string, string>();
		for (const [index, entry] of entries.entries()) {
			const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'id') : undefined;
			if (typeof id !== 'string') continue;
			const first = seen.get(id.toLowerCase());
			seen.set(id.toLowerCase(), first ?? id);
			if (first === undefined) continue;
			yield {
				place: { path: [kind, index, 'id'] },
				message:
					first === id
						? `${id} stands in the register twice`
						: `${id} differs from ${first} only in its capitals`,
			};
		}
	},
};

function peopleCalled(...ids: readonly string[]): string {
	const entries = ids.map((id) => `  - id: ${id}\n    name: ${id}\n`);
	return `# file: registers/people.yaml\nformat: 1\npeople:\n${entries.join('')}`;
}

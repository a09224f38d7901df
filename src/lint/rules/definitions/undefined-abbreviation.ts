import { abbreviationsIn, capitalWordsOf, explainedIn } from '../../../model/abbreviations.ts';
import type { Sop } from '../../../model/documents.generated.ts';
import { findTexts } from '../../../model/find-texts.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';
import type { LibraryFacts } from '../../subject.ts';

/** Keys under which ids, names, numbers and forms stand, not prose. */
const noProse = new Set(
	`format id version effective owner function classification language retention covers control cite issuer edition role by
	together uses needs gives at after next goto resume waits_for follows executes for from type unit access steps responsible
	accountable consulted informed to data approved_by limit within due every takes sla rule test input inputs url file sha256
	template author contributors affects meaning left right on_exception values is below at_least at_most above min max date
	for_each term contact`.split(/\s+/),
);

/** Two capitals, or letters beyond ASCII, which the careful look then judges. */
const mayHoldAbbreviation = /[A-Z][A-Z]|[^\0-\x7f]/;

export const undefinedAbbreviation: FileRule = {
	name: 'definitions/undefined-abbreviation',
	severity: 'warning',
	summary:
		'An abbreviation is used that is defined neither in section 3, nor in the config, nor known to everybody.',
	why: 'Whoever is new, or reads it in five years, must guess what the letters stand for; two departments often mean two things by them.',
	remedy:
		'Define it in section 3, or write it out. What the whole house knows goes under `abbreviations` in sop.config.yaml.',
	points: 'At the first place where it stands.',
	clauses: ['iso-9001 7.5.3.2', 'eu-gmp Chapter 4'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: 'purpose:\n  why: Pay each supplier once, against a PO.\n  in_scope:\n    - Supplier invoices in any currency\n',
		good: 'purpose:\n  why: Pay each supplier once, against a purchase order (PO).\n  in_scope:\n    - Supplier invoices with a PO\n',
	},
	*check({ sop, library }) {
		if (sop === undefined) return;
		const texts = findTexts(
			sop,
			(text) => mayHoldAbbreviation.test(text),
			(key) => !noProse.has(key) && !key.startsWith('x-'),
		);
		const told = new Set<string>();
		let known: ReadonlySet<string> | undefined;
		for (const { text, path } of texts) {
			if (path.at(-1) === 'title' && path.length > 1) continue;
			if (path[0] === 'tools' && path.at(-1) === 'name') continue;
			for (const { word, from, to } of abbreviationsIn(text)) {
				known ??= definedFor(sop, library);
				if (known.has(word) || told.has(word) || texts.some((one) => explains(one.text, word))) continue;
				told.add(word);
				yield {
					place: { path, within: { from, to } },
					message: `The abbreviation ${word} is not defined`,
					help: `Define ${word} in section 3, or write it out. What the whole house knows goes under abbreviations in sop.config.yaml.`,
				};
			}
		}
	},
};

function explains(text: string, word: string): boolean {
	return text.includes(word) && explainedIn(text).includes(word);
}

/** Words in capitals that need no definition in this document: its terms, its tools and what it cites, and those of the library. */
function definedFor(sop: Sop, { config, registers }: LibraryFacts): ReadonlySet<string> {
	const names = [
		...rows(sop.definitions).map((row) => row.term),
		...rows(sop.tools).map((row) => row.name),
		...rows(sop.regulations).flatMap((row) => [row.cite, row.issuer]),
		...several(sop.satisfies).map((row) => row.control),
		...rows(registers.tools?.tools).flatMap((tool) => [tool.name, tool.id]),
		...several(config.frameworks),
	];
	const defined = new Set<string>(several(config.abbreviations));
	for (const name of names) for (const word of capitalWordsOf(name ?? '')) defined.add(word);
	return defined;
}

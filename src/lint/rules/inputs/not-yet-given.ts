import {
	type NotYetGiven,
	notYetGiven as namesNotYetGiven,
} from '../../../model/graph/analysis/not-yet-given.ts';
import type { FileRule } from '../../rule.ts';
import { releaseStep } from '../../step-examples.ts';
import { wayInWords } from '../../way-in-words.ts';

export const notYetGiven: FileRule = {
	name: 'inputs/not-yet-given',
	severity: 'error',
	summary: 'A step or decision needs what no step gives on some way to it.',
	why: 'Whoever comes that way must invent the missing figure or skip the step.',
	remedy: 'Give it (`gives`) on every way there, or say where it comes from outside (`from`).',
	points: 'At the name that is needed.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: stepsWith(''),
		good: stepsWith('    gives:\n      - amount\n'),
	},
	*check({ sop, graph }) {
		if (sop === undefined || graph === undefined) return;
		for (const missing of namesNotYetGiven(sop, graph)) {
			const { name, node, path, way, givenBy, alsoNeededAt } = missing;
			const table = missing.lookups.length === 0 ? undefined : unansweredTable(missing);
			if (table !== undefined) yield { place: { path }, ...table };
			else if (givenBy.length === 0) {
				const more = alsoNeededAt.length === 0 ? '' : `, and so do ${alsoNeededAt.length} other places`;
				yield {
					place: { path },
					message: `${node.name} needs "${name}", which nothing gives${more}`,
					help: `Let a step before it give it (\`gives: [${name}]\`), or say in section 6 where it comes from (\`from\`).`,
				};
			} else {
				const givers = givenBy.map((giver) => giver.name).join(', ');
				yield {
					place: { path },
					message: `${node.name} needs "${name}", which is not given on one way to it${wayInWords(way)}`,
					help: `It is given by ${givers}: lead this way past there, or give it on this way too.`,
				};
			}
		}
	},
};

/** A table would give the name if what it asks for were given. */
function unansweredTable({ name, node, way, lookups }: NotYetGiven): { message: string; help: string } {
	const tables = lookups.map(({ lookup }) => lookup.id ?? 'without an id');
	const lacks = [...new Set(lookups.flatMap((lookup) => lookup.lacks))];
	const needs = lacks.length === 0 ? 'what it tests' : lacks.join(', ');
	return {
		message: `${node.name} needs "${name}", which decision ${tables.join(' or ')} gives only when ${needs} ${lacks.length > 1 ? 'are' : 'is'} known, and ${lacks.length > 1 ? 'they are' : 'it is'} not known on one way to it${wayInWords(way)}`,
		help: `Let a step on this way give ${needs}, or give ${name} itself.`,
	};
}

function stepsWith(gives: string): string {
	return `procedure:
  - id: enter
    do: Enter the invoice.
    by: clerk
    needs:
      - invoice
${gives}    trigger: An invoice arrives
    done_when: The entry shows number and supplier.
${releaseStep}`;
}

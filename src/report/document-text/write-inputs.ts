import type { Input, Sop } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';
import { joinParts, joinWords } from './join-words.ts';
import type { Page } from './page.ts';
import { handoffWords } from './write-step.ts';

/** Section 6: what the procedure works with, and what it hands over to whom. */
export function writeInputs(page: Page, { inputs, outputs }: Sop): void {
	for (const input of rows(inputs))
		page.line(
			`in ${input.id ?? ''}: ${joinParts(input.name, ...domain(input), input.from && `from ${input.from}`)}`,
			2,
			4,
		);
	for (const output of rows(outputs)) {
		page.line(`out ${output.id ?? ''}: ${joinParts(output.name, ...domain(output))}`, 2, 4);
		page.field('hands over', output.handoff && handoffWords(output.handoff), 4);
	}
}

/** What values it may have. */
function domain({
	type,
	many,
	unit,
	min,
	max,
	values,
}: Omit<Input, 'from'>): readonly (string | undefined)[] {
	const allowed = joinWords(values, ' or ');
	return [
		many ? `several of type ${type ?? 'text'}` : type,
		unit && `in ${unit}`,
		min === undefined ? undefined : `at least ${min}`,
		max === undefined ? undefined : `at most ${max}`,
		allowed === '' ? undefined : `one of ${allowed}`,
	];
}

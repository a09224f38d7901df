import { asText, closingLines, headerLines, heading, proseOr } from './document-lines.ts';
import type { Draft } from './draft.ts';
import { roleLines } from './new-sop.ts';
import { procedureParts } from './procedure-parts.ts';

const setAside = [
	['regulations', '<why none applies>'],
	['definitions', '<why none is needed>'],
] as const;

/** The text of the smallest useful SOP: what must always be written, and a reason for each section that is set aside. */
export function smallSop(draft: Draft): string {
	const parts = procedureParts(draft, { first: [], last: undefined });
	return asText([
		...headerLines(draft, 'sop'),
		heading(1, 'why it exists and what it covers'),
		'purpose:',
		`  why: ${proseOr(draft.purpose, '<why this procedure exists>', 2)}`,
		'  in_scope:',
		'    - <what it covers>',
		'\n# 2 and 3 are set aside here, as are 5, 6, 9, 10, 12 and 13 below: say why, or write them',
		...setAside.flatMap(lines),
		heading(4, 'who takes part'),
		...roleLines(draft, parts.approvers),
		...(
			[
				['tools', '<why none is needed>'],
				['inputs', '<why nothing is needed>'],
				['outputs', '<why nothing is handed over>'],
			] as const
		).flatMap(lines),
		heading(7, 'what is done, by whom, and how one sees that it is done'),
		'procedure:',
		...parts.procedure,
		heading(8, 'what may turn out differently, and where each answer leads'),
		'decisions:',
		...parts.decisions,
		...(
			[
				['quality', '<why nothing is looked at again>'],
				['escalation', '<why nothing can fail>'],
			] as const
		).flatMap(lines),
		heading(11, 'what may be out of the ordinary, and who allows it until when'),
		'exceptions:',
		...parts.exceptions,
		...(
			[
				['training', '<why none is needed>'],
				['references', '<why it stands alone>'],
			] as const
		).flatMap(lines),
		...closingLines(draft),
	]);
}

function lines([key, reason]: readonly [string, string]): readonly string[] {
	return [`${key}: { not_applicable: "${reason}" }`];
}

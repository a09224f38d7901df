import { yamlText } from '../source/yaml-text.ts';
import {
	asText,
	changeLogLines,
	heading,
	neededHeaderLines,
	proseOr,
	roleText,
	toConfirm,
} from './document-lines.ts';
import type { Draft } from './draft.ts';
import { procedureParts } from './procedure-parts.ts';

/**
 * The text of the smallest useful SOP: nothing that schema and rules do not ask for, and a reason for each section that is
 * set aside.
 */
export function smallSop(draft: Draft): string {
	const parts = procedureParts(draft, { first: [], last: undefined });
	const roles = new Set([draft.performer.id, ...parts.approvers.filter((id) => id !== 'standing')]);
	return asText([
		...neededHeaderLines(draft, 'sop'),
		heading(1, 'why it exists'),
		'purpose:',
		`  why: ${proseOr(draft.purpose, '<why this procedure exists>', 2)}`,
		'\n# 2 and 3 are set aside here, as are 5, 6, 9, 10, 12 and 13 below: say why, or write them',
		...setAside([
			['regulations', '<why none applies>'],
			['definitions', '<why none is needed>'],
		]),
		heading(4, 'who takes part'),
		'roles:',
		...[...roles].map(
			(id) => `  - id: ${id === draft.performer.id ? roleText(draft.performer) : yamlText(id)}`,
		),
		...setAside([
			['tools', '<why none is needed>'],
			['inputs', '<why nothing is needed or handed over>'],
		]),
		heading(7, 'what is done, by whom, and how one sees that it is done'),
		'procedure:',
		...parts.procedure,
		heading(8, 'what may turn out differently, and where each answer leads'),
		'decisions:',
		...parts.decisions,
		...setAside([
			['quality', '<why nothing is looked at again>'],
			['escalation', '<why nothing can fail>'],
		]),
		heading(11, 'what may be out of the ordinary, and who allows it until when'),
		'exceptions:',
		...parts.exceptions,
		...setAside([
			['training', '<why none is needed>'],
			['references', '<why it stands alone>'],
		]),
		...changeLogLines(draft),
		heading(15, 'who signs it, and how often it is looked at again'),
		'approval:',
		'  signatures:',
		`    - role: ${roleText(draft.approver)}`,
		`  review: { every: ${draft.review} }${toConfirm}`,
	]);
}

function setAside(sections: readonly (readonly [key: string, reason: string])[]): readonly string[] {
	return sections.map(([key, reason]) => `${key}: { not_applicable: "${reason}" }`);
}

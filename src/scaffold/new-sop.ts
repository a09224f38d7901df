import { yamlText } from '../source/yaml-text.ts';
import {
	asText,
	closingLines,
	headerLines,
	heading,
	proseOr,
	roleText,
	toConfirm,
	toCover,
} from './document-lines.ts';
import type { Draft } from './draft.ts';
import { procedureParts } from './procedure-parts.ts';

/** The text of a new SOP: all fifteen sections, each with a hint, placeholders where words are missing. */
export function newSop(draft: Draft): string {
	const parts = procedureParts(draft, {
		first: ['    needs:', '      - request'],
		last: ['    gives:', '      - result'],
	});
	const answering = { ...draft.approver, proposed: false };
	return asText([
		...headerLines(draft, 'sop', [
			'# effective: the first day in force (year-month-day); without it, from the last signature on',
			toCover,
		]),
		heading(1, 'why it exists, what it covers and what it leaves out'),
		'purpose:',
		`  why: ${proseOr(draft.purpose, '<why this procedure exists>', 2)}`,
		'  in_scope:',
		'    - <what it covers>',
		'  out_of_scope:',
		'    - <what it leaves out>',
		...optional(2, 'regulations', 'laws, standards and policies', '<why none applies>', [
			'- cite: ISO 9001',
			'  title: Quality management systems',
		]),
		...optional(
			3,
			'definitions',
			'words and abbreviations a newcomer would ask about',
			'<why none is needed>',
			['- term: GL', '  means: General ledger'],
		),
		heading(4, 'who takes part; who does a step is responsible, the owner is accountable'),
		...roleLines(draft, parts.approvers),
		...optional(5, 'tools', 'systems, named by the steps in `uses`', '<why none is needed>', [
			'- name: ERP',
			'  use: Postings and balances',
			'  access: read-write',
		]),
		heading(6, 'what is needed, what comes out and who gets it'),
		'inputs:',
		'  - id: request',
		'    name: <what is needed to begin>',
		'    from: <who brings it>',
		'outputs:',
		'  - id: result',
		'    name: <what comes out>',
		'    handoff:',
		'      to: <who receives it>',
		'      protocol: <how it is handed over>',
		'      data:',
		'        - <what goes with it>',
		'      accepted_when: <how the receiver sees that it is right>',
		heading(7, 'one row for each step; each says who does it and how one sees that it is done'),
		'procedure:',
		...parts.procedure,
		heading(8, 'what may turn out differently, and where each answer leads'),
		'decisions:',
		...parts.decisions,
		heading(9, 'what is looked at again, never by who did it, and what passes'),
		'quality:',
		'  - id: second-look',
		'    at:',
		'      - finish',
		'    check: <what is looked at again>',
		`    by: ${roleText(answering)}`,
		'    accept: <what passes>',
		'    evidence: <what is kept as proof>',
		heading(10, 'what can fail, what is done, and who is told within what time'),
		'escalation:',
		'  - id: blocked',
		'    at:',
		'      - prepare',
		'    when: <what can fail>',
		'    do: <what is done then>',
		'    to:',
		`      - role: ${roleText(answering)}`,
		`        within: 1 business day${toConfirm}`,
		heading(11, 'what may be out of the ordinary, who allows it, until when, and where work goes on'),
		'exceptions:',
		...parts.exceptions,
		heading(12, 'who must have learnt what, and how often'),
		'training:',
		'  - for:',
		...rolesOf(draft).map(({ id }) => `      - ${yamlText(id)}`),
		'    what: <what must be known>',
		`    how: Read and understood${toConfirm}`,
		`    every: 1 year${toConfirm}`,
		...optional(13, 'references', 'documents, files and pages', '<why it stands alone>', [
			'- id: SOP-FIN-001',
			'  how: feeds',
		]),
		...closingLines(draft),
	]);
}

function optional(
	number: 2 | 3 | 5 | 13,
	key: string,
	hint: string,
	placeholder: string,
	example: readonly string[],
): readonly string[] {
	return [
		heading(number, `${hint}, such as`),
		...example.map((line) => `#   ${line}`),
		`${key}:`,
		`  not_applicable: ${placeholder}`,
	];
}

/** Section 4, with every role that another section names. */
function roleLines(draft: Draft, approvers: readonly string[]): readonly string[] {
	const own = rolesOf(draft);
	const others = [...new Set(approvers)].filter(
		(id) => id !== 'standing' && !own.some((role) => role.id === id),
	);
	return [
		'roles:',
		...own.flatMap((role) => [
			`  - id: ${roleText(role)}`,
			`    duty: ${role.id === draft.performer.id ? '<what this role does>' : 'Answers for the procedure'}`,
		]),
		...others.flatMap((id) => [`  - id: ${yamlText(id)}`, '    duty: Decides on exceptions']),
	];
}

function rolesOf({ performer, approver }: Draft) {
	return performer.id === approver.id ? [approver] : [performer, approver];
}

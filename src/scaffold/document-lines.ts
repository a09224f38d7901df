import { type SectionNumber, sections } from '../model/sections.ts';
import { yamlProse, yamlText } from '../source/yaml-text.ts';
import type { Draft, DraftRole } from './draft.ts';

/** The mark of a value that somebody has to look at. */
export const toConfirm = '  # confirm';

/** What stands where a document covers no activity yet. */
export const toCover = '# covers: the activities of registers/activities.yaml that it answers for';

/** A role as a YAML value, marked where nobody chose it. */
export function roleText(role: DraftRole): string {
	return `${yamlText(role.id)}${role.proposed ? toConfirm : ''}`;
}

/** What somebody wrote, else the placeholder for it, as a YAML value below a key at this indent. */
export function proseOr(text: string | undefined, placeholder: string, indent: number): string {
	return yamlProse(text ?? placeholder, indent + 2);
}

/** The comment above a section: its number and name, and what belongs into it. */
export function heading(number: SectionNumber, hint: string): string {
	const name = sections.find((section) => section.number === number)?.name ?? '';
	return `\n# ${number} ${name}: ${hint}`;
}

/** The header of a new document; every line of `more` goes to its end. */
export function headerLines(draft: Draft, kind: 'sop' | 'checklist', more: readonly string[]): string[] {
	return [
		...neededHeaderLines(draft, kind, [`classification: internal${toConfirm}`, 'language: en']),
		...more,
	];
}

/** The header without what need not be written; `middle` stands after the owner. */
export function neededHeaderLines(
	draft: Draft,
	kind: 'sop' | 'checklist',
	middle: readonly string[] = [],
): string[] {
	return [
		...(draft.schema === undefined ? [] : [`# yaml-language-server: $schema=${draft.schema}`]),
		'# Write over each <placeholder text>, and look at each value marked "confirm" and delete the mark. Then: sop lint',
		'format: 1',
		`id: ${yamlText(draft.id)}  # for ever: no other ${kind === 'sop' ? 'SOP' : 'checklist'} ever gets it`,
		`title: ${yamlText(draft.title)}`,
		`function: ${yamlText(draft.function)}`,
		'version: "1.0"  # in quotes',
		`owner: ${roleText(draft.owner)}`,
		...middle,
		...(draft.retention === undefined ? [] : [`retention: ${draft.retention}${toConfirm}`]),
	];
}

/** Sections 14 and 15. */
export function closingLines(draft: Draft): string[] {
	return [
		...changeLogLines(draft),
		heading(15, 'who signs it, and how often it is looked at again'),
		'approval:',
		'  signatures:',
		`    - role: ${roleText(draft.approver)}`,
		'      meaning: approval',
		'  review:',
		`    every: ${draft.review}${toConfirm}`,
	];
}

/** Section 14 of a first version. */
export function changeLogLines(draft: Draft): string[] {
	return [
		heading(14, 'one row for each version, newest first'),
		'change_log:',
		'  - version: "1.0"',
		`    date: ${draft.date}`,
		`    author: ${yamlText(draft.author ?? '<who wrote it>')}`,
		'    what: First version',
		`    why: ${proseOr(draft.reason, '<why it is written now>', 4)}`,
	];
}

/** Lines as a text. */
export function asText(lines: readonly string[]): string {
	return `${lines.join('\n')}\n`;
}

import { yamlText } from '../../source/yaml-text.ts';
import type { OpenQuestions } from './open-questions.ts';

/** What `answerFile` proposes beside the questions of the text. */
export interface ProposedAnswers {
	/** The call the answers are for, without the name of the file. */
	readonly call: string;
	readonly title: string;
	readonly author: string | undefined;
	/** The roles that the text names, and whether the register has them. */
	readonly roles: readonly { readonly id: string; readonly isKnown: boolean }[];
}

/** What scaffolds ask in keys of their own. */
export const ownQuestions: ReadonlySet<string> = new Set(['who wrote it', 'why it is written now']);

/** A file of answers for a template, with its questions by name: the answers are to be written into it. */
export function answerFile({ placeholders, values }: OpenQuestions, proposed: ProposedAnswers): string {
	const asked = placeholders.filter(({ words }) => !ownQuestions.has(words));
	const width = Math.max(0, ...asked.map(({ words }) => words.length)) + 3;
	return [
		`# Answers for: ${proposed.call} --answers FILE`,
		'# Write each answer after its colon. What stays empty stays open in the document, and lint names it.',
		`title: ${yamlText(proposed.title)}`,
		`author: ${proposed.author === undefined ? '' : yamlText(proposed.author)}`,
		'reason:   # why it is written now',
		...(proposed.roles.length === 0
			? []
			: [
					'',
					'# Roles it names, the owner first. Write your own after the colon where it is called otherwise.',
					'roles:',
					...proposed.roles.map(
						({ id, isKnown }) => `  ${yamlText(id)}:${isKnown ? '' : '   # not in registers/roles.yaml'}`,
					),
				]),
		...(asked.length === 0
			? []
			: [
					'',
					'placeholders:',
					...asked.map(({ words, lines }) => `  ${`${words}:`.padEnd(width)}# ${onLines(lines)}`),
				]),
		...(values.length === 0
			? []
			: [
					'',
					'# Proposed values. Look at each: take out its # to confirm it, and change what differs.',
					'confirm:',
					...values.map(
						({ name, scalar, line }) => `#  ${name}: ${writtenValue(scalar.value)}  # line ${line}`,
					),
				]),
		'',
	].join('\n');
}

/** `line 8`, `lines 8 and 31`, `lines 8, 31 and 90`. */
export function onLines(lines: readonly number[]): string {
	const last = lines.at(-1);
	return lines.length > 1 ? `lines ${lines.slice(0, -1).join(', ')} and ${last}` : `line ${last}`;
}

function writtenValue(value: unknown): string {
	return typeof value === 'string' ? yamlText(value) : String(value);
}

import { yamlText } from '../../source/yaml-text.ts';
import type { OpenQuestions } from './open-questions.ts';

/** What `answerFile` proposes beside the questions of the text. */
export interface ProposedAnswers {
	/** The call the answers are for, without the name of the file. */
	readonly call: string;
	readonly title: string;
	readonly owner: string | undefined;
	readonly author: string | undefined;
}

/** What scaffolds ask in keys of their own. */
const ownQuestions: ReadonlySet<string> = new Set(['who wrote it', 'why it is written now']);

/** A file of answers for a template, with its questions by name: the answers are to be written into it. */
export function answerFile({ placeholders, values }: OpenQuestions, proposed: ProposedAnswers): string {
	const asked = placeholders.filter(({ words }) => !ownQuestions.has(words));
	const width = Math.max(0, ...asked.map(({ words }) => words.length)) + 3;
	return [
		`# Answers for: ${proposed.call} --answers FILE`,
		'# Write each answer after its colon. What stays empty stays open in the document, and lint names it.',
		`title: ${yamlText(proposed.title)}`,
		`owner: ${proposed.owner === undefined ? '' : yamlText(proposed.owner)}`,
		`author: ${proposed.author === undefined ? '' : yamlText(proposed.author)}`,
		'reason:   # why it is written now',
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
					'# Proposed values. Change what differs here; take out a line to leave its value to be confirmed later.',
					'confirm:',
					...values.map(({ name, scalar }) => `  ${name}: ${writtenValue(scalar.value)}`),
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

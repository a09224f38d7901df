import { CommandError } from '../../../diagnostics/command-error.ts';
import { nearest } from '../../../model/nearest.ts';
import type { Answers } from '../../../scaffold/answers.ts';
import { onLines } from '../../../scaffold/questions/answer-file.ts';
import { fillIn } from '../../../scaffold/questions/fill-in.ts';
import { type OpenQuestions, openQuestions } from '../../../scaffold/questions/open-questions.ts';
import type { CommandContext } from '../../command-context.ts';
import { loadPrompts } from '../../prompts.ts';
import { checkAnswers } from './gather-answers.ts';

/** The text with the answers that were given to its questions; a usage error for an answer to a question it does not ask. */
export function answered(text: string, { placeholders = {}, confirm = {} }: Answers): string {
	const open = openQuestions(text);
	refuseUnknown(
		Object.keys(placeholders),
		open.placeholders.map(({ words }) => words),
		'placeholder',
	);
	refuseUnknown(
		Object.keys(confirm),
		open.values.map(({ name }) => name),
		'value to confirm',
	);
	return fillIn(text, {
		placeholders: new Map(Object.entries(placeholders)),
		confirmed: new Map(Object.entries(confirm)),
	});
}

/** Asks for what the placeholders of a text wait for, one by one; what is left empty stays open. */
export async function askPlaceholders(text: string): Promise<Answers> {
	const { placeholders } = openQuestions(text);
	if (placeholders.length === 0) return {};
	const prompts = await loadPrompts();
	const given: Record<string, string> = {};
	for (const [index, { words }] of placeholders.entries()) {
		const answer = await prompts.text({
			message: `${sentence(words)}? (${index + 1} of ${placeholders.length}; Enter: later)`,
			mayBeEmpty: true,
			problem: (typed) => problemOf(words, typed),
		});
		if (answer !== '') given[words] = answer;
	}
	return checkAnswers({ placeholders: given });
}

/** Says what is left to fill in and to confirm, each by its name and line. */
export function sayOpen(context: CommandContext, text: string): void {
	const open = openQuestions(text);
	for (const line of openLines(open)) context.say(line);
}

function openLines({ placeholders, values }: OpenQuestions): readonly string[] {
	return [
		...(placeholders.length === 0 ? [] : [`To fill in (${placeholders.length}):`]),
		...placeholders.map(({ words, lines }) => `  <${words}>  ${onLines(lines)}`),
		...(values.length === 0 ? [] : [`To confirm (${values.length}), then delete the mark "# confirm":`]),
		...values.map(({ name, scalar, line }) => `  ${name}: ${String(scalar.value)}  line ${line}`),
	];
}

function refuseUnknown(given: readonly string[], asked: readonly string[], what: string): void {
	const unknown = given.find((name) => !asked.includes(name));
	if (unknown === undefined) return;
	const near = nearest(unknown, asked);
	throw new CommandError(`There is no ${what} ${JSON.stringify(unknown.slice(0, 80))} here`, {
		help:
			near === undefined
				? 'sop new TEMPLATE --questions prints a file with all of them.'
				: `Did you mean ${JSON.stringify(near)}?`,
	});
}

function problemOf(words: string, typed: string): string | undefined {
	try {
		checkAnswers({ placeholders: { [words]: typed } });
		return undefined;
	} catch (error) {
		if (error instanceof CommandError) return error.message;
		throw error;
	}
}

function sentence(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

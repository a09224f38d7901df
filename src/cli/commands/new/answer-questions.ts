import { CommandError } from '../../../diagnostics/command-error.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { Answers } from '../../../scaffold/answers.ts';
import { onLines } from '../../../scaffold/questions/answer-file.ts';
import { type OpenQuestions, openQuestions } from '../../../scaffold/questions/open-questions.ts';
import type { CommandContext } from '../../command-context.ts';
import { loadPrompts } from '../../prompts.ts';
import { checkAnswers } from './gather-answers.ts';

/** Asks for what the placeholders of a text wait for, one by one; what is left empty stays open. */
export async function askPlaceholders(text: string): Promise<Answers> {
	const { placeholders } = openQuestions(text);
	if (placeholders.length === 0) return {};
	const prompts = await loadPrompts();
	const given: Record<string, string> = {};
	for (const [index, { words, scalars }] of placeholders.entries()) {
		const where = excerpt(String(scalars[0]?.value ?? ''));
		const answer = await prompts.text({
			message: `${sentence(words)}? (${index + 1} of ${placeholders.length}; Enter: later)\nIt stands in: ${inertText(where)}`,
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
	context.say(
		open.placeholders.length + open.values.length === 0
			? 'Next: sop lint'
			: 'Next: answer these in the file, and run sop lint until it finds nothing',
	);
}

function openLines({ placeholders, values }: OpenQuestions): readonly string[] {
	return [
		...(placeholders.length === 0 ? [] : [`To fill in (${placeholders.length}):`]),
		...placeholders.map(({ words, lines }) => `  <${words}>  ${onLines(lines)}`),
		...(values.length === 0 ? [] : [`To confirm (${values.length}), then delete the mark "# confirm":`]),
		...values.map(({ name, scalar, line }) => `  ${name}: ${String(scalar.value)}  line ${line}`),
	];
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

/** So much of a text as fits below a question. */
function excerpt(text: string): string {
	return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}

function sentence(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}

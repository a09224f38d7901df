import { CommandError } from '../../diagnostics/command-error.ts';
import { refuseHidden } from '../check-text.ts';
import type { CommandContext } from '../command-context.ts';
import { canAsk, loadPrompts } from '../prompts.ts';

/** The text of a flag in NFC; undefined where it is not given, a usage error where nobody could read it in a record. */
export function givenText(context: CommandContext, flag: string): string | undefined {
	const text = context.text(flag)?.trim().toWellFormed().normalize('NFC');
	if (text === undefined) return undefined;
	if (text === '')
		throw new CommandError(`--${flag} is empty`, {
			help: `Write something after --${flag}, or leave it out.`,
		});
	refuseHidden(flag, text);
	return text;
}

/** A text that a flag gives; asked for on a terminal where it is missing, else a usage error. */
export async function requiredText(context: CommandContext, flag: string, question: string): Promise<string> {
	const given = givenText(context, flag);
	if (given !== undefined) return given;
	if (!canAsk(context))
		throw new CommandError(`--${flag} is missing: ${question}`, {
			help: `Write --${flag} "…". On a terminal it is asked for.`,
		});
	const prompts = await loadPrompts();
	const problem = (answer: string) => {
		try {
			refuseHidden(flag, answer);
			return undefined;
		} catch (error) {
			if (error instanceof CommandError) return error.message;
			throw error;
		}
	};
	return (await prompts.text({ message: question, problem })).normalize('NFC');
}

import { CommandError } from '../../diagnostics/command-error.ts';
import { refuseHidden } from '../check-text.ts';
import type { CommandContext } from '../command-context.ts';
import { canAsk, loadPrompts } from '../prompts.ts';

/** The text of a flag in NFC; undefined where it is not given, a usage error where nobody could read it in a record. */
export function givenText(context: CommandContext, flag: string): string | undefined {
	const written = context.text(flag);
	if (written === undefined) return undefined;
	const text = recordedText(flag, written);
	if (text === '')
		throw new CommandError(`--${flag} is empty`, {
			help: `Write something after --${flag}, or leave it out.`,
		});
	return text;
}

/** A text as a record holds it, in NFC and without blanks around it; a usage error where nobody could read it there. */
export function recordedText(name: string, written: string): string {
	const text = written.trim().toWellFormed().normalize('NFC');
	refuseHidden(name, text);
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

import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../../library/open-library.ts';
import { refuseHidden, refuseLines } from '../../check-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { gitPerson } from '../../git-person.ts';
import { canAsk, loadPrompts } from '../../prompts.ts';

/** What the row of the change log says in words. */
export interface SaidWords {
	readonly author: string;
	readonly what: string;
	readonly why: string;
}

const questions = {
	what: { message: 'What changes?', example: 'Tolerance lowered to 50 USD' },
	why: { message: 'Why?', example: 'Audit finding of last year' },
} as const;

/** Author, what and why: from flags and git, the last two asked for on a terminal; a usage error where one is missing. */
export async function saidWords(context: CommandContext, library: OpenLibrary): Promise<SaidWords> {
	const author = given(context, 'author') ?? (await authorByGit(context, library));
	const missing = (['what', 'why'] as const).filter((name) => given(context, name) === undefined);
	if (missing.length > 0 && !canAsk(context)) {
		const flags = missing.map((name) => `--${name}`).join(' and ');
		throw new CommandError(
			`The change log would not say ${missing.join(' and ')}: ${flags} ${missing.length === 1 ? 'is' : 'are'} missing`,
			{
				help: 'Write e.g. --what "Tolerance lowered to 50 USD" --why "Audit finding". On a terminal, sop revise asks.',
			},
		);
	}
	return { author, what: await say(context, 'what'), why: await say(context, 'why') };
}

async function say(context: CommandContext, name: 'what' | 'why'): Promise<string> {
	const said = given(context, name);
	if (said !== undefined) return said;
	const prompts = await loadPrompts();
	const problem = (answer: string) => {
		try {
			refuseHidden(name, answer);
			return undefined;
		} catch (error) {
			if (error instanceof CommandError) return error.message;
			throw error;
		}
	};
	return (await prompts.text({ ...questions[name], problem })).normalize('NFC');
}

async function authorByGit(context: CommandContext, library: OpenLibrary): Promise<string> {
	const person = await gitPerson(context, library);
	if (person !== undefined) return person.id ?? person.name;
	throw new CommandError('Who makes the change is not said, and git does not know who you are', {
		help: 'Write --author jane.doe, or tell git once: git config --global user.name and user.email.',
	});
}

/** The text of a flag in NFC; a usage error where nobody could read it in a change log. */
function given(context: CommandContext, name: 'author' | 'what' | 'why'): string | undefined {
	const text = context.text(name)?.trim().toWellFormed().normalize('NFC');
	if (text === '')
		throw new CommandError(`--${name} is empty`, {
			help: `Write something after --${name}, or leave it out.`,
		});
	if (text === undefined) return undefined;
	refuseHidden(name, text);
	refuseLines(name, text);
	return text;
}

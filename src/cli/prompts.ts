import { CommandError } from '../diagnostics/command-error.ts';
import type { CommandContext } from './command-context.ts';

/** Questions to whoever sits at the terminal. Ctrl-C or Escape ends the command with exit code 3. */
export interface Prompts {
	text(question: TextQuestion): Promise<string>;
	choose(message: string, choices: readonly string[]): Promise<string>;
	confirm(message: string): Promise<boolean>;
}

export interface TextQuestion {
	readonly message: string;
	/** Shown in grey where nothing is typed yet. */
	readonly example?: string;
	/** Already typed; may be changed. */
	readonly proposal?: string;
	/** Nothing typed is an answer. */
	readonly mayBeEmpty?: boolean;
	/** Why an answer will not do; undefined where it does. */
	readonly problem?: (answer: string) => string | undefined;
}

/** Whether somebody can be asked: both what is typed and what is printed go to a terminal. */
export function canAsk(context: CommandContext): boolean {
	return context.io.stdin.isTerminal && context.io.stdout.isTerminal && !context.has('quiet');
}

/** Loads what asks; only where something is asked. */
export async function loadPrompts(): Promise<Prompts> {
	const clack = await import('@clack/prompts');
	const answered = <Value>(value: Value): Exclude<Value, symbol> => {
		if (clack.isCancel(value)) throw new CommandError('Stopped; nothing was written', { exitCode: 3 });
		// Of all symbols, only the one that stands for Ctrl-C is ever given.
		return value as Exclude<Value, symbol>;
	};
	return {
		text: async ({ message, example, proposal, mayBeEmpty, problem }) => {
			const options = {
				message,
				...(example === undefined ? {} : { placeholder: example }),
				...(proposal === undefined ? {} : { initialValue: proposal }),
				validate: (typed: string | undefined) => {
					const answer = (typed ?? '').trim();
					if (answer === '') return mayBeEmpty ? undefined : 'Write something, or press Ctrl-C to stop';
					return problem?.(answer);
				},
			};
			// Nothing typed is given as nothing, whatever its type says.
			const typed: string | undefined = answered(await clack.text(options));
			return (typed ?? '').trim();
		},
		choose: async (message, choices) =>
			answered(await clack.select({ message, options: choices.map((value) => ({ value, label: value })) })),
		confirm: async (message) => answered(await clack.confirm({ message })),
	};
}

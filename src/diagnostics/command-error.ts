/** Why a command stops without an answer: told to the user in words, never as a stack trace. */
export class CommandError extends Error {
	/** 1: what was asked for is refused, as it would not hold. 2: the call or the config is wrong. 3: the work could not be finished. */
	readonly exitCode: 1 | 2 | 3;
	/** What to do. */
	readonly help: string | undefined;

	constructor(message: string, options: { readonly help?: string; readonly exitCode?: 1 | 2 | 3 } = {}) {
		super(message);
		this.name = 'CommandError';
		this.exitCode = options.exitCode ?? 2;
		this.help = options.help;
	}
}

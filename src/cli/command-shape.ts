/** One flag. */
export interface FlagDefinition {
	/** As commander reads it: `--fix`, `--rule <name>`, `--changed [ref]`, `--shard <i/n>`. */
	readonly flags: string;
	readonly summary: string;
	readonly choices?: readonly string[];
	/** The flag may be given several times. */
	readonly many?: boolean;
}

/** One argument. */
export interface ArgumentDefinition {
	/** As commander writes it: `[path...]`, `<id>`. */
	readonly name: string;
	readonly summary: string;
	readonly choices?: readonly string[];
}

/** An example of a call: each one is run by a test. */
export interface CommandExample {
	readonly call: string;
	readonly does: string;
}

/** A command as the user meets it. */
export interface CommandShape {
	readonly name: string;
	/** One line, for the list of commands. */
	readonly summary: string;
	/** A paragraph for `--help`. */
	readonly description?: string;
	/** The heading under which help lists it. */
	readonly group?: 'Check' | 'Read' | 'Write' | 'Set up';
	/** Whether it writes records or documents: then it has no flag that names another moment than now. */
	readonly writes?: boolean;
	/** The flag, as its key, with which one that writes only reads, also as of another moment. */
	readonly readsWith?: string;
	/** As commander writes them: `[path...]`, `<id>`. */
	readonly arguments?: readonly ArgumentDefinition[];
	readonly flags?: readonly FlagDefinition[];
	/** Formats of `--format`, the default first. */
	readonly formats?: readonly string[];
	readonly examples: readonly CommandExample[];
	/** Commands below this one, called by both names: `sop train record`. */
	readonly subcommands?: readonly CommandShape[];
}

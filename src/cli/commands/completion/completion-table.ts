import type { ArgumentDefinition, CommandShape, FlagDefinition } from '../../command-shape.ts';
import { commonFlags, formatFlag } from '../../common-flags.ts';

/** What can stand at a place of a call: these words, a path, or what nobody can guess. */
export type Completions = readonly string[] | 'path' | 'anything';

export interface CompletedFlag {
	/** `--format`, with the hyphens. */
	readonly name: string;
	readonly summary: string;
	/** Undefined for a flag without a value. */
	readonly value: { readonly optional: boolean; readonly completions: Completions } | undefined;
	readonly many: boolean;
}

export interface CompletedCommand {
	/** Empty for bare `sop`. */
	readonly name: string;
	readonly summary: string;
	readonly flags: readonly CompletedFlag[];
	/** What its arguments can be; undefined where it takes none. */
	readonly argument: Completions | undefined;
}

/** What each command can be completed with. `ruleNames`: rules and families. */
export function completionTable(
	commands: readonly CommandShape[],
	ruleNames: readonly string[],
): readonly CompletedCommand[] {
	return commands.map((command) => {
		const below = command.subcommands ?? [];
		const flags = [
			...[command, ...below].flatMap(ownFlags),
			...commonFlags,
			{ flags: '--help', summary: 'explain the command' },
		];
		const [argument] = command.arguments ?? [];
		return {
			name: command.name,
			summary: command.summary,
			// A command below another is completed with the flags of both: the shell need not know which one it is.
			flags: distinct(flags).map((flag) => completedFlag(flag, ruleNames)),
			argument:
				below.length > 0
					? below.map(({ name }) => name)
					: argument === undefined
						? undefined
						: completionsOf(argument.name, argument, ruleNames),
		};
	});
}

function ownFlags({ flags, formats }: CommandShape): readonly FlagDefinition[] {
	const [first, ...others] = formats ?? [];
	return [...(flags ?? []), ...(first === undefined ? [] : [formatFlag([first, ...others])])];
}

function distinct(flags: readonly FlagDefinition[]): readonly FlagDefinition[] {
	const byName = new Map<string, FlagDefinition>();
	for (const flag of flags) {
		const [name = ''] = flag.flags.split(' ');
		if (!byName.has(name)) byName.set(name, flag);
	}
	return [...byName.values()];
}

function completedFlag(flag: FlagDefinition, ruleNames: readonly string[]): CompletedFlag {
	const [name = '', value] = flag.flags.split(' ');
	return {
		name,
		summary: flag.summary,
		value:
			value === undefined
				? undefined
				: {
						optional: value.startsWith('['),
						completions: completionsOf(name === '--rule' ? '<rule>' : value, flag, ruleNames),
					},
		many: flag.many ?? false,
	};
}

function completionsOf(
	placeholder: string,
	{ choices }: Pick<ArgumentDefinition, 'choices'>,
	ruleNames: readonly string[],
): Completions {
	// What would have to be quoted is left to be typed.
	if (choices !== undefined) return choices.filter((choice) => !choice.includes(' '));
	const word = placeholder.replace(/[^a-z]/gi, '').toLowerCase();
	if (word === 'rule') return ruleNames;
	return ['path', 'file', 'dir', 'folder'].includes(word) ? 'path' : 'anything';
}

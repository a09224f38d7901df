import { Argument, Command, CommanderError, Option } from 'commander';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Io } from '../io/io.ts';
import { nearest } from '../model/nearest.ts';
import { inertText } from '../report/inert-text.ts';
import type { CommandDefinition } from './command.ts';
import { CommandContext } from './command-context.ts';
import type { FlagDefinition } from './command-shape.ts';
import { commands } from './commands/commands.ts';
import { commonFlags, formatFlag } from './common-flags.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { examplesText, helpLayout } from './help-text.ts';
import { momentFlags } from './history/moment-flags.ts';
import { version } from './version.ts';

/** Reads the call, runs the one command it names, and gives its exit code. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
	let result: ExitCode = exitCode.clean;
	const program = newProgram(io);
	const offer = (parent: Command, definition: CommandDefinition) => {
		const command = declare(parent, definition);
		command.action(async (...given: unknown[]) => {
			if (command === program) refuseUnknownCommand(program.args[0]);
			// Commander hands over the arguments, then the flags, then the command itself.
			const words = given
				.slice(0, -2)
				.flat()
				.filter((word): word is string => typeof word === 'string');
			const flags = flagsOf(program, command);
			refuseMoments(definition, flags);
			const { run } = await definition.load();
			result = await run(
				new CommandContext(io, words, flags, {
					commands,
					showHelp: () => program.outputHelp(),
				}),
			);
		});
		for (const below of definition.subcommands ?? []) offer(command, below);
	};
	for (const definition of commands) offer(program, definition);
	if (argv[0] === 'help') refuseUnknownCommand(argv[1]);
	try {
		await program.parseAsync([...argv], { from: 'user' });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
	}
	return result;
}

function newProgram(io: Io): Command {
	return (
		new Command('sop')
			.description(
				'Standard operating procedures as code: written in YAML, checked, versioned and approved in git.',
			)
			.usage('[command] [flags]')
			.optionsGroup('Flags of every command:')
			.commandsGroup('Help:')
			.version(version, '-V, --version', 'print the version')
			.helpOption('-h, --help', 'explain the command')
			.helpCommand('help [command]', 'Explain a command.')
			.showHelpAfterError('Run sop --help for all commands.')
			.enablePositionalOptions()
			// Bare `sop` takes none, and so that it can say which command was meant.
			.allowExcessArguments()
			.configureHelp(helpLayout)
			.exitOverride()
			.configureOutput({
				writeOut: (text) => io.stdout.write(text),
				// It repeats what was typed.
				writeErr: (text) =>
					io.stderr.write(
						text
							.replace(/^error: /, 'sop: ')
							.split('\n')
							.map(inertText)
							.join('\n'),
					),
				getOutHelpWidth: () => (io.stdout.isTerminal ? Math.min(io.stdout.columns, 100) : 100),
				getErrHelpWidth: () => (io.stderr.isTerminal ? Math.min(io.stderr.columns, 100) : 100),
				getOutHasColors: () => false,
				getErrHasColors: () => false,
			})
	);
}

/** The names of a command and of those that it stands below, as they are typed. */
function namesOf(command: Command): readonly string[] {
	return [...(command.parent === null ? [] : namesOf(command.parent)), command.name()];
}

function declare(parent: Command, definition: CommandDefinition): Command {
	// The command without a name is bare `sop`.
	const command = definition.name === '' ? parent : parent.command(definition.name);
	if (command !== parent) {
		command
			.summary(definition.summary)
			.showHelpAfterError(`Run ${[...namesOf(parent), definition.name].join(' ')} --help for what it takes.`)
			.description(definition.description ?? definition.summary)
			.usage([...(definition.arguments ?? []).map(({ name }) => name), '[flags]'].join(' '))
			.helpGroup(`${definition.group ?? 'Other commands'}:`);
	}
	for (const { name, summary, choices } of definition.arguments ?? []) {
		const argument = new Argument(name, summary);
		command.addArgument(choices === undefined ? argument : argument.choices([...choices]));
	}
	for (const flag of definition.flags ?? []) command.addOption(optionOf(flag).helpGroup('Flags:'));
	const [first, ...others] = definition.formats ?? [];
	if (first !== undefined) command.addOption(optionOf(formatFlag([first, ...others])).helpGroup('Flags:'));
	for (const flag of commonFlags) command.addOption(optionOf(flag).helpGroup('Flags of every command:'));
	if (definition.writes === true && definition.readsWith === undefined)
		for (const { flags } of momentFlags)
			command.addOption(new Option(flags.replace(/<(.*)>/, '[$1]')).hideHelp());
	if (definition.subcommands !== undefined) command.helpCommand(false).commandsGroup('Commands:');
	command.addHelpText('after', examplesText(definition.examples));
	return command;
}

function optionOf(flag: FlagDefinition): Option {
	const option = new Option(flag.flags, flag.summary);
	if (flag.choices) option.choices([...flag.choices]);
	if (flag.many)
		option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
	return option;
}

/** What is written is written now: nobody may write as if it were another day. */
function refuseMoments(
	{ name, writes, readsWith }: CommandDefinition,
	flags: Readonly<Record<string, unknown>>,
): void {
	const isRead = readsWith !== undefined && flags[readsWith] !== undefined;
	const asked = writes === true && !isRead ? momentFlags.map(({ flags }) => flags.split(' ')[0] ?? '') : [];
	for (const flag of asked) {
		const key = flag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
		if (flags[key] === undefined) continue;
		throw new CommandError(`sop ${name} writes, and writes as of now: it takes no ${flag}`, {
			help:
				readsWith === undefined
					? `Leave ${flag} out. What was true on another day is shown by sop list, show and history.`
					: `Leave ${flag} out, or put --${readsWith} beside it, which only reads.`,
		});
	}
}

/**
 * The flags of a call: `sop --cwd DIR lint` means what `sop lint --cwd DIR` means, and so for a command below another,
 * as far as it has the flag.
 */
function flagsOf(program: Command, command: Command): Record<string, unknown> {
	const flags: Record<string, unknown> = { ...command.opts() };
	const own = new Set(command.options.map((option) => option.attributeName()));
	for (let above = command.parent; above !== null; above = above.parent) {
		for (const [name, value] of Object.entries(above.opts())) {
			const isGiven =
				above.getOptionValueSource(name) === 'cli' && command.getOptionValueSource(name) !== 'cli';
			if (isGiven && (above === program || own.has(name))) flags[name] = value;
		}
	}
	return flags;
}

function refuseUnknownCommand(word: string | undefined): void {
	const names = commands.map(({ name }) => name).filter((name) => name !== '');
	if (word === undefined || word.startsWith('-') || [...names, 'help'].includes(word)) return;
	const near = nearest(word, names);
	throw new CommandError(`There is no command ${JSON.stringify(word)}`, {
		help: `${near === undefined ? '' : `Did you mean sop ${near}? `}Run sop --help for all commands.`,
	});
}

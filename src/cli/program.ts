import { Argument, Command, CommanderError, Option } from 'commander';
import type { Io } from '../io/io.ts';
import type { CommandDefinition } from './command.ts';
import { CommandContext } from './command-context.ts';
import { commands } from './commands/commands.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { version } from './version.ts';

/** Flags that every command has. */
const commonFlags = [
	new Option('--cwd <dir>', 'work in this folder'),
	new Option('--config <file>', 'use this config instead of sop.config.yaml'),
	new Option('--output <file>', 'write the result to a file'),
	new Option('--quiet', 'say nothing but the result'),
	new Option('--no-color', 'print without colours'),
	new Option('--no-cache', 'use nothing remembered from earlier runs'),
];

/** Reads the call, runs the one command it names, and gives its exit code. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
	let result: ExitCode = exitCode.clean;
	const program = new Command('sop')
		.description(
			'Standard operating procedures as code: written in YAML, checked, versioned and approved in git.',
		)
		.version(version, '-V, --version', 'print the version')
		.helpCommand('help [command]', 'explain a command')
		.showHelpAfterError('Run sop --help for all commands.')
		.enablePositionalOptions()
		.exitOverride()
		.configureOutput({
			writeOut: (text) => io.stdout.write(text),
			writeErr: (text) => io.stderr.write(text.replace(/^error: /, 'sop: ')),
			getOutHelpWidth: () => (io.stdout.isTerminal ? io.stdout.columns : 100),
			getOutHasColors: () => false,
			getErrHasColors: () => false,
		});
	for (const definition of commands) {
		const command = declare(program, definition);
		command.action(async (...given: unknown[]) => {
			// Commander hands over the arguments, then the flags, then the command itself.
			const words = given
				.slice(0, -2)
				.flat()
				.filter((word): word is string => typeof word === 'string');
			const { run } = await definition.load();
			result = await run(new CommandContext(io, words, command.opts()));
		});
	}
	try {
		await program.parseAsync([...argv], { from: 'user' });
	} catch (error) {
		if (!(error instanceof CommanderError)) throw error;
		return error.exitCode === 0 ? exitCode.clean : exitCode.usage;
	}
	return result;
}

function declare(program: Command, definition: CommandDefinition): Command {
	// The command without a name is bare `sop`.
	const command = definition.name === '' ? program : program.command(definition.name);
	if (definition.name !== '')
		command.summary(definition.summary).description(definition.description ?? definition.summary);
	for (const { name, summary } of definition.arguments ?? [])
		command.addArgument(new Argument(name, summary));
	for (const flag of definition.flags ?? []) {
		const option = new Option(flag.flags, flag.summary);
		if (flag.choices) option.choices([...flag.choices]);
		if (flag.many)
			option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
		command.addOption(option);
	}
	for (const option of commonFlags) command.addOption(option);
	const [first] = definition.formats ?? [];
	if (first !== undefined && definition.formats) {
		command.addOption(
			new Option('--format <format>', `how to print it (${first} unless told)`).choices([
				...definition.formats,
			]),
		);
	}
	const examples = definition.examples.map(({ call, does }) => `  ${call.padEnd(46)} ${does}`).join('\n');
	if (examples !== '') command.addHelpText('after', `\nExamples:\n${examples}`);
	return command;
}

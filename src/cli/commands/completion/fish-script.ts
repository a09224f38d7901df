import type { CompletedCommand, CompletedFlag, Completions } from './completion-table.ts';

/** A completion script for fish. */
export function fishScript(commands: readonly CompletedCommand[]): string {
	const named = commands.filter(({ name }) => name !== '');
	const lines = named.flatMap((command) => [
		`complete -c sop -n __fish_use_subcommand -a ${command.name} -d ${quoted(command.summary)}`,
		...command.flags.map((flag) => flagLine(flag, seen(command.name))),
		...argumentLines(command.argument, seen(command.name)),
	]);
	const bare = commands.find(({ name }) => name === '');
	const names = named.map(({ name }) => name).join(' ');
	return `# Completion of sop for fish. Written by: sop completion fish
complete -c sop -f
${(bare?.flags ?? []).map((flag) => flagLine(flag, '__fish_use_subcommand')).join('\n')}
complete -c sop -n __fish_use_subcommand -a help -d 'Explain a command.'
complete -c sop -n ${seen('help')} -a ${quoted(names)}
${lines.join('\n')}
`;
}

function seen(command: string): string {
	return quoted(`__fish_seen_subcommand_from ${command}`);
}

function flagLine({ name, summary, value }: CompletedFlag, condition: string): string {
	const takes = value === undefined ? '' : valueWords(value.completions, value.optional);
	return `complete -c sop -n ${condition} -l ${name.replace(/^--/, '')}${takes} -d ${quoted(summary)}`;
}

function valueWords(completions: Completions, optional: boolean): string {
	if (completions === 'path') return ' -r -F';
	if (completions !== 'anything') return ` -x -a ${quoted(completions.join(' '))}`;
	return optional ? '' : ' -x';
}

function argumentLines(argument: Completions | undefined, condition: string): readonly string[] {
	if (argument === undefined || argument === 'anything') return [];
	const what = argument === 'path' ? '-F' : `-a ${quoted(argument.join(' '))}`;
	return [`complete -c sop -n ${condition} ${what}`];
}

function quoted(text: string): string {
	return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

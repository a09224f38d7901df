import type { CompletedCommand, CompletedFlag, Completions } from './completion-table.ts';

/** A completion script for zsh, to be put into a folder of `fpath` or sourced. */
export function zshScript(commands: readonly CompletedCommand[]): string {
	const named = commands.filter(({ name }) => name !== '');
	const bare = commands.find(({ name }) => name === '');
	const described = named.map(({ name, summary }) => `\t\t${quoted(`${name}:${escaped(summary)}`)}`);
	const cases = named.map(
		(command) => `\t\t${command.name}) _arguments ${specs(command).join(' \\\n\t\t\t')} ;;`,
	);
	return `#compdef sop
# Completion of sop for zsh. Written by: sop completion zsh

_sop() {
	local curcontext="$curcontext" state line
	local -a sop_commands
	sop_commands=(
${described.join('\n')}
		'help:Explain a command.'
	)
	_arguments -C ${(bare?.flags ?? []).map(flagSpec).join(' \\\n\t\t')} \\
		'1:command:->command' '*::argument:->argument'
	case $state in
	command) _describe -t commands command sop_commands ;;
	argument)
		case $words[1] in
${cases.join('\n')}
		help) _describe -t commands command sop_commands ;;
		esac
		;;
	esac
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
	_sop "$@"
else
	compdef _sop sop
fi
`;
}

function specs(command: CompletedCommand): readonly string[] {
	const flags = command.flags.map(flagSpec);
	return command.argument === undefined
		? flags
		: [...flags, quoted(`*:argument:${action(command.argument)}`)];
}

function flagSpec({ name, summary, value, many }: CompletedFlag): string {
	const repeat = many ? '*' : '';
	const about = `[${escaped(summary)}]`;
	if (value === undefined) return quoted(`${repeat}${name}${about}`);
	const colons = value.optional ? '::' : ':';
	return quoted(`${repeat}${name}=${about}${colons}value:${action(value.completions)}`);
}

function action(completions: Completions): string {
	if (completions === 'path') return '_files';
	return completions === 'anything' ? ' ' : `(${completions.join(' ')})`;
}

/** Brackets and colons divide the parts of a specification. */
function escaped(text: string): string {
	return text.replace(/[\\:[\]]/g, '\\$&');
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "'\\''")}'`;
}

import type { CompletedCommand, Completions } from './completion-table.ts';

/** A completion script for bash 3.2 and later. Every word in it comes from the program itself. */
export function bashScript(commands: readonly CompletedCommand[]): string {
	const names = commands.map(({ name }) => name).filter((name) => name !== '');
	const takingValues = [
		...new Set(commands.flatMap(({ flags }) => flags.flatMap(({ name, value }) => (value ? [name] : [])))),
	];
	const values = commands.flatMap(({ name, flags }) =>
		flags.flatMap((flag) =>
			flag.value && flag.value.completions !== 'anything'
				? [`\t\t${name}:${flag.name}) ${reply(flag.value.completions)} ;;`]
				: flag.value && !flag.value.optional
					? [`\t\t${name}:${flag.name}) return ;;`]
					: [],
		),
	);
	const flags = commands.map(
		(command) => `\t\t\t${quoted(command.name)}) ${reply(command.flags.map(({ name }) => name))} ;;`,
	);
	const words = commands.map(({ name, argument }) => {
		const completions = name === '' ? [...names, 'help'] : argument;
		return `\t\t${quoted(name)}) ${reply(completions ?? 'anything')} ;;`;
	});
	return `# Completion of sop for bash. Written by: sop completion bash

_sop_words() {
	local word
	while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current")
}

_sop_paths() {
	local path
	while IFS= read -r path; do COMPREPLY+=("$path"); done < <(compgen -f -- "$current")
	compopt -o filenames 2>/dev/null
}

_sop() {
	local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= index
	COMPREPLY=()
	# Bash takes the equals sign of --flag=value for a word.
	if [[ $current == = ]]; then current=
	elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}
	fi
	for ((index = 1; index < COMP_CWORD; index++)); do
		case \${COMP_WORDS[index]} in
		${takingValues.join('|')}) ((index++)) ;;
		-*) ;;
		*) command=\${COMP_WORDS[index]}; break ;;
		esac
	done
	case $command:$previous in
${values.join('\n')}
	esac
	if [[ $current == -* ]]; then
		case $command in
${flags.join('\n')}
		esac
		return
	fi
	case $command in
${words.join('\n')}
		help) ${reply(names)} ;;
	esac
}

complete -F _sop sop
`;
}

function reply(completions: Completions): string {
	if (completions === 'path') return '_sop_paths; return';
	return completions === 'anything' ? 'return' : `_sop_words ${quoted(completions.join(' '))}; return`;
}

/** Names of commands, flags, choices and rules: letters, digits, hyphens and slashes, so that no quote is in them. */
function quoted(words: string): string {
	return `'${words}'`;
}

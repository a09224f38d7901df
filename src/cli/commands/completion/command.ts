import type { CommandDefinition } from '../../command.ts';

export const completionCommand: CommandDefinition = {
	name: 'completion',
	group: 'Set up',
	summary: 'Print what lets a shell complete sop commands.',
	description: `Prints a script that lets a shell complete commands, flags, formats and rule names with the Tab key. Load it once:

  bash  sop completion bash > ~/.local/share/bash-completion/completions/sop
  zsh   sop completion zsh > "\${fpath[1]}/_sop"
  fish  sop completion fish > ~/.config/fish/completions/sop.fish`,
	arguments: [{ name: '<shell>', summary: 'bash, zsh or fish', choices: ['bash', 'zsh', 'fish'] }],
	examples: [
		{ call: 'sop completion bash', does: 'print the script for bash' },
		{ call: 'sop completion fish', does: 'print the script for fish' },
	],
	load: () => import('./run.ts'),
};

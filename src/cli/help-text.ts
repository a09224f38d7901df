import type { Argument, Help } from 'commander';
import type { CommandExample } from './command-shape.ts';

/** Examples longer than this have their explanation on the next line. */
const widestCall = 56;

/** The examples of a command, their explanations below one another. */
export function examplesText(examples: readonly CommandExample[]): string {
	if (examples.length === 0) return '';
	const column = Math.min(widestCall, Math.max(...examples.map(({ call }) => call.length)));
	const lines = examples.map(({ call, does }) =>
		call.length <= column
			? `  ${call.padEnd(column)}  ${does}`
			: `  ${call}\n  ${' '.repeat(column)}  ${does}`,
	);
	return `\nExamples:\n${lines.join('\n')}`;
}

/** How help is laid out beyond what commander does by itself. */
export const helpLayout: Partial<Help> = {
	// Every command has flags: saying so of each tells nothing.
	subcommandTerm: (command) =>
		[command.name(), ...command.registeredArguments.map((argument) => placeholder(argument))].join(' '),
	optionDescription: ({ description, argChoices }) => withChoices(description, argChoices),
	argumentDescription: ({ description, argChoices }) => withChoices(description, argChoices),
};

function placeholder(argument: Argument): string {
	const word = `${argument.name()}${argument.variadic ? '...' : ''}`;
	return argument.required ? `<${word}>` : `[${word}]`;
}

/** Choices that the description does not name already. */
function withChoices(description: string, choices: readonly string[] | undefined): string {
	if (choices === undefined || choices.every((choice) => description.includes(choice))) return description;
	return `${description}: ${choices.join(', ')}`;
}

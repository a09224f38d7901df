import { CommandError } from '../diagnostics/command-error.ts';
import type { Config } from './documents.generated.ts';
import { nearest } from './nearest.ts';

/** A part of the organisation, and the code that stands for it in ids. */
export interface LibraryFunction {
	readonly id: string;
	/** `FIN` in `SOP-FIN-001`. */
	readonly code: string;
}

/** The functions that every library has. */
export const standardFunctions: readonly LibraryFunction[] = [
	{ id: 'finance', code: 'FIN' },
	{ id: 'hr', code: 'HR' },
	{ id: 'it', code: 'IT' },
	{ id: 'legal', code: 'LEG' },
	{ id: 'facilities', code: 'FAC' },
	{ id: 'data', code: 'DAT' },
];

/** All functions of a library; one that the config adds under a standard name takes its place. */
export function functionsOf(config: Config): readonly LibraryFunction[] {
	const added = (config.functions ?? []).flatMap(({ id, code }) =>
		id === undefined ? [] : [{ id, code: code ?? codeFrom(id) }],
	);
	const names = new Set(added.map(({ id }) => id));
	return [...standardFunctions.filter(({ id }) => !names.has(id)), ...added];
}

/** The function a word names, by its id or code in any case; a usage error that suggests the nearest where there is none. */
export function findFunction(word: string, functions: readonly LibraryFunction[]): LibraryFunction {
	const wanted = word.trim().toLowerCase();
	const found =
		functions.find(({ id }) => id.toLowerCase() === wanted) ??
		functions.find(({ code }) => code.toLowerCase() === wanted);
	if (found !== undefined) return found;
	const near = nearest(
		wanted,
		functions.map(({ id }) => id),
	);
	const list = functions.map(({ id }) => id).join(', ');
	throw new CommandError(`There is no function ${JSON.stringify(word)}`, {
		help: `${near === undefined ? '' : `Did you mean ${near}? `}Functions here: ${list}. Others go under \`functions\` in sop.config.yaml.`,
	});
}

function codeFrom(id: string): string {
	return id
		.replace(/[^a-z]/gi, '')
		.slice(0, 3)
		.toUpperCase();
}

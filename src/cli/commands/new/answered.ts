import { CommandError } from '../../../diagnostics/command-error.ts';
import type { Path } from '../../../diagnostics/path.ts';
import { nearest } from '../../../model/nearest.ts';
import type { ReadingProblem } from '../../../model/read-document.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { AnsweredValue, Answers } from '../../../scaffold/answers.ts';
import { libraryQuestions } from '../../../scaffold/copy-template.ts';
import { ownQuestions } from '../../../scaffold/questions/answer-file.ts';
import { fillIn } from '../../../scaffold/questions/fill-in.ts';
import { mergeEqual } from '../../../scaffold/questions/merge-equal.ts';
import { type OpenQuestions, openQuestions } from '../../../scaffold/questions/open-questions.ts';
import { namedRoles, renameRoles } from '../../../scaffold/questions/rename-roles.ts';
import { checkDocument } from '../../../schema/check-document.ts';
import { readYaml } from '../../../source/read-yaml.ts';
import { rolesJoined } from './roles-joined.ts';

/** A text with the answers in it. */
export interface Answered {
	readonly text: string;
	/** What the answers have brought about beyond their words: lines for whoever gave them. */
	readonly told: readonly string[];
}

/** The document that is asked about, and the template that it was made from. */
export interface Asking {
	readonly text: string;
	readonly kind: 'sop' | 'checklist';
	readonly template: string | undefined;
}

/**
 * Puts the answers that were given into a text. A usage error for an answer to a question that is not asked, empty ones
 * included, and for one that the format does not allow at its place.
 */
export function answered(
	{ text, kind, template = '' }: Asking,
	answers: Pick<Answers, 'roles' | 'placeholders' | 'confirm'>,
): Answered {
	const open = openQuestions(text);
	const shipped = openQuestions(template);
	refuseUnknown(answers.roles, namedRoles(text), namedRoles(template), 'role');
	refuseUnknown(
		answers.placeholders,
		wordsOf(open),
		[...wordsOf(shipped), ...ownQuestions, ...libraryQuestions],
		'placeholder',
	);
	refuseUnknown(answers.confirm, namesOf(open), namesOf(shipped), 'value to confirm');
	const [roles, placeholders, confirm] = [
		given(answers.roles),
		given(answers.placeholders),
		given(answers.confirm),
	];
	refuseOtherKind(open, confirm);
	const renamed = renameRoles(text, roles);
	const filled = fillIn(renamed, {
		placeholders,
		// A role that is confirmed under the name of the template is the one that stands for it.
		confirmed: new Map(
			[...confirm].map(([name, value]) => [name, roles.get(String(value)) ?? value] as const),
		),
	});
	refuseMisfit(kind, renamed, filled, open);
	const merged = mergeEqual(renamed, filled);
	return {
		text: merged.text,
		told: [
			...merged.tools.map(
				(name) =>
					`Section 5 had several entries that are ${inertText(name)} here: they are one now, with what each said.`,
			),
			...(kind === 'sop' ? rolesJoined(text, merged.text, roles) : []),
		],
	};
}

const wordsOf = ({ placeholders }: OpenQuestions) => placeholders.map(({ words }) => words);
const namesOf = ({ values }: OpenQuestions) => values.map(({ name }) => name);

/** Answers that something was written after. */
function given<Value extends AnsweredValue>(
	answers: Readonly<Record<string, Value | null>> | undefined,
): ReadonlyMap<string, Value> {
	return new Map(
		Object.entries(answers ?? {}).flatMap(([name, value]) =>
			value === null ? [] : [[name, value] as const],
		),
	);
}

/** What was left empty may also be a question that this library has answered since the file was made. */
function refuseUnknown(
	answers: Readonly<Record<string, unknown>> = {},
	asked: readonly string[],
	alsoEmpty: readonly string[],
	what: string,
): void {
	const known = new Set([...asked, ...alsoEmpty]);
	const unknown = Object.entries(answers).find(([name, value]) =>
		value === null ? !known.has(name) : !asked.includes(name),
	);
	if (unknown === undefined) return;
	const [name, value] = unknown;
	const near = nearest(name, asked);
	const meant = near === undefined ? '' : `Did you mean ${JSON.stringify(near)}? `;
	const source = 'sop new TEMPLATE --questions prints a file with all of them.';
	throw new CommandError(`There is no ${what} ${JSON.stringify(name.slice(0, 80))} here`, {
		help:
			value === null
				? `${meant}Are these the answers for another template? ${source}`
				: meant.trim() || source,
	});
}

function refuseOtherKind(open: OpenQuestions, confirm: ReadonlyMap<string, AnsweredValue>): void {
	for (const { name, scalar } of open.values) {
		const value = confirm.get(name);
		if (value === undefined || typeof value === typeof scalar.value) continue;
		throw new CommandError(
			`The answer to ${name} is ${JSON.stringify(value)}, and ${kindOf(scalar.value)} is asked for`,
			{ help: `Proposed is ${JSON.stringify(scalar.value)}. Write another of its kind.` },
		);
	}
}

/** Refuses an answer that the format does not allow where it stands; what was open before may stay so. */
function refuseMisfit(kind: Asking['kind'], before: string, after: string, open: OpenQuestions): void {
	const known = new Set(problemsIn(kind, before).map(({ key }) => key));
	const problem = problemsIn(kind, after).find(({ key }) => !known.has(key));
	if (problem === undefined) return;
	const asked = questionAt(open, problem.path);
	throw new CommandError(
		`${asked === undefined ? 'An answer' : `The answer to ${asked.name}`} does not fit: ${inertText(problem.message)}`,
		{
			help: [
				problem.help,
				...(asked?.proposed === undefined ? [] : [`Proposed is ${JSON.stringify(asked.proposed)}.`]),
				'Nothing was written.',
			]
				.filter((sentence) => sentence !== '')
				.join(' '),
		},
	);
}

interface Misfit {
	readonly key: string;
	readonly path: Path;
	readonly message: string;
	readonly help: string;
}

function problemsIn(kind: Asking['kind'], text: string): readonly Misfit[] {
	return checkDocument(kind, readYaml(text).value).problems.flatMap(
		({ place, message, help = '' }: ReadingProblem): readonly Misfit[] =>
			'path' in place
				? [{ key: JSON.stringify([place.path, message]), path: place.path, message, help }]
				: [],
	);
}

/** The question whose answer stands at a path, or in what stands there. */
function questionAt(
	{ values, placeholders }: OpenQuestions,
	path: Path,
): { readonly name: string; readonly proposed?: unknown } | undefined {
	const isThere = (at: Path) => path.every((step, index) => at[index] === step);
	const value = values.find(({ scalar }) => isThere(scalar.path));
	if (value !== undefined) return { name: value.name, proposed: value.scalar.value };
	const words = placeholders.find(({ scalars }) => scalars.some((scalar) => isThere(scalar.path)))?.words;
	return words === undefined ? undefined : { name: words };
}

function kindOf(value: unknown): string {
	if (typeof value === 'number') return 'a number';
	return typeof value === 'boolean' ? 'true or false' : 'a text';
}

import { CommandError } from '../diagnostics/command-error.ts';
import { durationBounds, parseDuration } from '../model/duration.ts';
import { nearest } from '../model/nearest.ts';

/** Section 8: what may turn out differently, and what is done then. */
export interface OutcomeAnswer {
	readonly if: string;
	readonly do: string;
}

/** Section 11: what may be out of the ordinary, what is done then, who allows it and until when. */
export interface ExceptionAnswer {
	readonly when: string;
	readonly do: string;
	readonly allowed_by?: string;
	/** A length of time, or `once`. */
	readonly until?: string;
}

/** What whoever writes a procedure is asked, on a terminal or in a file of answers. */
export interface Answers {
	readonly kind?: 'sop' | 'checklist';
	readonly id?: string;
	readonly title?: string;
	readonly function?: string;
	readonly owner?: string;
	readonly author?: string;
	readonly purpose?: string;
	readonly reason?: string;
	readonly outcomes?: readonly OutcomeAnswer[];
	readonly exceptions?: readonly ExceptionAnswer[];
	/** For a template: which role of the library stands for one that it names. Null is asked and not answered, here and below. */
	readonly roles?: Readonly<Record<string, string | null>>;
	/** For a template: what its placeholders wait for, by their words. */
	readonly placeholders?: Readonly<Record<string, string | null>>;
	/** For a template: the values that it proposes, by the names that `openQuestions` gives them. */
	readonly confirm?: Readonly<Record<string, AnsweredValue | null>>;
}

/** A value as an answer gives it. */
export type AnsweredValue = string | number | boolean;

const texts = ['kind', 'id', 'title', 'function', 'owner', 'author', 'purpose', 'reason'] as const;
const lists = {
	outcomes: { required: ['if', 'do'], optional: [] },
	exceptions: { required: ['when', 'do'], optional: ['allowed_by', 'until'] },
} as const;

const maps = ['roles', 'placeholders', 'confirm'] as const;
const known = [...texts, ...Object.keys(lists), ...maps];

/** What nothing is written after stays open. */
const isSaid = (value: unknown): boolean => value !== undefined && value !== null;

/** Checks the value of a file of answers; a usage error names what is wrong in it. */
export function readAnswers(value: unknown, file: string): Answers {
	const fields = asMap(value, file, 'the file');
	refuseUnknown(fields, known, file);
	const answers: Record<string, unknown> = {};
	for (const key of texts) if (isSaid(fields[key])) answers[key] = asText(fields[key], file, key);
	if (answers['kind'] !== undefined && answers['kind'] !== 'sop' && answers['kind'] !== 'checklist')
		throw refusal(file, '`kind` is sop or checklist');
	for (const [key, { required, optional }] of Object.entries(lists)) {
		const rows = fields[key];
		if (rows === undefined || rows === null) continue;
		if (!Array.isArray(rows)) throw refusal(file, `\`${key}\` is no list`);
		answers[key] = rows.map((row: unknown, index) =>
			readRow(row, required, optional, file, `${key} ${index + 1}`),
		);
	}
	for (const key of maps) if (isSaid(fields[key])) answers[key] = readMap(fields[key], key, file);
	// Every key was checked above to have the type that Answers says.
	return answers as Answers;
}

/** Why a text cannot be the end of an exception; undefined where it can. */
export function untilProblem(until: string): string | undefined {
	const duration = parseDuration(until);
	if (until === 'once' || (duration !== undefined && durationBounds(duration).most > 0)) return undefined;
	return 'say once, or a length of time such as 5 business days or 2 weeks';
}

function readRow(
	value: unknown,
	required: readonly string[],
	optional: readonly string[],
	file: string,
	place: string,
): Record<string, string> {
	const row = asMap(value, file, place);
	refuseUnknown(row, [...required, ...optional], file);
	const read: Record<string, string> = {};
	for (const key of [...required, ...optional]) {
		if (row[key] !== undefined) read[key] = asText(row[key], file, `${key} of ${place}`);
		else if (required.includes(key)) throw refusal(file, `${place} has no \`${key}\``);
	}
	const problem = read['until'] === undefined ? undefined : untilProblem(read['until']);
	if (problem !== undefined) throw refusal(file, `\`until\` of ${place} must ${problem}`);
	return read;
}

/** Answers by the name of their question: texts, and for values to confirm also numbers and yes or no. */
function readMap(
	value: unknown,
	key: (typeof maps)[number],
	file: string,
): Record<string, AnsweredValue | null> {
	const read = (name: string, answer: unknown): AnsweredValue | null => {
		if (!isSaid(answer)) return null;
		if (key === 'confirm' && (typeof answer === 'number' || typeof answer === 'boolean')) return answer;
		return asText(answer, file, `${JSON.stringify(name)} of ${key}`);
	};
	const answers = Object.entries(asMap(value, file, `\`${key}\``));
	return Object.fromEntries(answers.map(([name, answer]) => [name, read(name, answer)]));
}

function asMap(value: unknown, file: string, place: string): Readonly<Record<string, unknown>> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw refusal(file, `${place} holds no keys with answers`);
	return value as Readonly<Record<string, unknown>>;
}

function asText(value: unknown, file: string, key: string): string {
	if (typeof value !== 'string' || value.trim() === '')
		throw refusal(file, `\`${key}\` is no text; put it in quotes if it looks like a number or a day`);
	return value.trim();
}

function refuseUnknown(map: object, known: readonly string[], file: string): void {
	for (const key of Object.keys(map)) {
		if (known.includes(key)) continue;
		const near = nearest(key, known);
		throw refusal(
			file,
			`it has the unknown key ${JSON.stringify(key)}${near === undefined ? '' : `; did you mean ${near}?`}`,
		);
	}
}

function refusal(file: string, reason: string): CommandError {
	return new CommandError(`The answers in ${JSON.stringify(file)} cannot be used: ${reason}`, {
		help: `Known are ${known.join(', ')}. sop new --help shows a whole file.`,
	});
}

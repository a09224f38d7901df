import { type Path, valueAt } from '../diagnostics/path.ts';
import type { TextEdit } from '../diagnostics/text-edit.ts';
import { parseDuration } from '../model/duration.ts';
import { nearest } from '../model/nearest.ts';
import type { ReadingProblem } from '../model/read-document.ts';
import type { SchemaKind } from './known-keys.generated.ts';
import { knownKeysAt } from './known-keys.ts';
import type { ValidationError } from './validators.generated.js';

/** Puts one defect of the schema into words. */
export function describeDefect(
	kind: SchemaKind,
	value: unknown,
	path: Path,
	error: ValidationError,
): ReadingProblem {
	const unknownKey = error.params['additionalProperty'];
	if (typeof unknownKey === 'string') return describeUnknownKey(kind, value, path, unknownKey);
	const rule = kind === 'config' ? 'config/invalid-value' : 'document/schema';
	const missing = error.params['missingProperty'];
	if (typeof missing === 'string') {
		const where =
			path.length === 0
				? 'The file'
				: typeof path.at(-1) === 'number'
					? `This entry of ${String(path.findLast((step) => typeof step === 'string'))}`
					: `"${String(path.at(-1))}"`;
		return {
			rule,
			place: { path: [...path, missing] },
			message: `${where} has no "${missing}"`,
			help: `Write the key ${missing} with its value.`,
		};
	}
	const { message, help } = describeValue(valueAt(value, path), path, error);
	return { rule, place: { path }, message, help };
}

function describeUnknownKey(kind: SchemaKind, value: unknown, path: Path, key: string): ReadingProblem {
	const rule = kind === 'config' ? 'config/unknown-key' : 'document/unknown-key';
	const place = { path: [...path, key], part: 'key' } as const;
	const content = valueAt(value, [...path, key]);
	if (content === null && /[\s,]/.test(key)) {
		const message = `The text "${shorten(key)}" was cut off by a comma inside { } and became a key`;
		return { rule, place, message, help: 'Quote the text, or write one key a line.' };
	}
	// A key that stands there already would only stand twice.
	const known = knownKeysAt(kind, path).filter((one) => valueAt(value, [...path, one]) === undefined);
	const near = nearest(key, known);
	const where = path.length === 0 ? 'the file' : nameOf(path);
	const message = `${where[0]?.toUpperCase()}${where.slice(1)} has no key "${shorten(key)}"`;
	if (near === undefined) {
		return {
			rule,
			place,
			message,
			help: `Use one of ${known.join(', ')}; a key of your own begins with x-.`,
		};
	}
	return {
		rule,
		place,
		message,
		help: `Write ${near}; a key of your own begins with x-.`,
		fix: {
			safety: 'unsafe',
			edits: (source): readonly TextEdit[] => [{ ...source.rangeOf(place), text: near }],
		},
	};
}

function describeValue(
	value: unknown,
	path: Path,
	error: ValidationError,
): { message: string; help: string } {
	const name = nameOf(path);
	const written =
		typeof value === 'string'
			? `"${shorten(value)}"`
			: typeof value === 'object'
				? typeName(value)
				: String(value);
	switch (error.keyword) {
		case 'type': {
			const wanted = [error.params['type']]
				.flat()
				.filter((type) => type !== 'null')
				.map((type) => typeNames.get(String(type)) ?? String(type));
			return {
				message: `${capital(name)} must be ${wanted.join(' or ')}, not ${typeName(value)}`,
				help: typeHelp(value, wanted),
			};
		}
		case 'enum': {
			const allowed = [error.params['allowedValues']].flat().map(String);
			const near = nearest(typeof value === 'object' ? '' : String(value), allowed);
			return {
				message: `${capital(name)} cannot be ${written}`,
				help: `${near === undefined ? '' : `Did you mean ${near}? `}Use one of ${allowed.join(', ')}.`,
			};
		}
		case 'const':
			return {
				message: `${capital(name)} cannot be ${written}`,
				help: `Write ${String(error.params['allowedValue'])}.`,
			};
		case 'pattern': {
			const form = forms.find(({ schema }) => error.schemaPath.includes(schema));
			if (
				typeof value === 'string' &&
				form?.help.startsWith(durationHelp) &&
				parseDuration(value) !== undefined
			)
				return {
					message: `${capital(name)} is ${written}, which is no time at all`,
					help: 'Write a length of time that is longer than zero.',
				};
			return {
				message: `${capital(name)} is ${written}, which is ${form?.not ?? 'not of the right form'}`,
				help: form?.help ?? `Write it as ${String(error.params['pattern'])}.`,
			};
		}
		case 'minLength':
		case 'minItems':
		case 'minProperties':
			return { message: `${capital(name)} is empty`, help: 'Write something here, or leave the key out.' };
		case 'minimum':
		case 'maximum': {
			const limit = String(error.params['limit']);
			const least = error.keyword === 'minimum';
			return {
				message: `${capital(name)} is ${written}, ${least ? 'less' : 'more'} than ${limit}`,
				help: `Write ${limit} or ${least ? 'more' : 'less'}.`,
			};
		}
		case 'maxLength':
			return {
				message: `${capital(name)} is longer than ${String(error.params['limit'])} characters`,
				help: 'Say it in fewer words.',
			};
		default:
			return {
				message: `${capital(name)} ${error.message ?? 'is not valid'}`,
				help: 'See the key in the format guide.',
			};
	}
}

const durationHelp =
	'Write it as people say it: 45 minutes, 4 hours, 3 business days, 2 weeks, 3 months, 7 years.';

/** Text forms of the schema, by the name of their definition. */
const forms = [
	{ schema: '$defs/positiveDuration', not: 'no duration', help: durationHelp },
	{ schema: '$defs/duration', not: 'no duration', help: durationHelp },
	{ schema: '$defs/due', not: 'no duration', help: durationHelp },
	{
		schema: '$defs/limitedTime',
		not: 'neither a duration nor "once"',
		help: `${durationHelp} Or write once.`,
	},
	{ schema: '$defs/date', not: 'no day', help: 'Write the day as YYYY-MM-DD, e.g. 2026-02-01.' },
	{
		schema: '$defs/versionNumber',
		not: 'no version',
		help: 'Write one to four numbers with dots, in quotes, e.g. "2.1".',
	},
	{
		schema: '$defs/sha256',
		not: 'no SHA-256',
		help: 'Write 64 hexadecimal digits, as sha256sum prints them.',
	},
] as const;

const typeNames = new Map([
	['string', 'text'],
	['number', 'a number'],
	['integer', 'a whole number'],
	['boolean', 'true or false'],
	['array', 'a list'],
	['object', 'keys with values'],
]);

function typeName(value: unknown): string {
	if (value === null) return 'empty';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'keys with values';
	if (typeof value === 'string') return `the text "${shorten(value)}"`;
	return `the ${typeof value === 'boolean' ? 'truth value' : typeof value} ${String(value)}`;
}

function typeHelp(value: unknown, wanted: readonly string[]): string {
	if (typeof value === 'string') {
		// YAML takes a dash without a space for the first letter of a text, and all lines below for the rest of it.
		if (wanted.includes('a list') && /^-[^\s-]/.test(value))
			return `Put a space after the dash: - ${shorten(value.slice(1))}`;
		return `Write ${wanted.join(' or ')}.`;
	}
	if (!wanted.includes('text')) return `Write ${wanted.join(' or ')} here.`;
	if (typeof value === 'number' || typeof value === 'boolean') return `Put it in quotes: "${String(value)}".`;
	const sentence = sentenceCutAtColon(value);
	return sentence === undefined
		? `Write ${wanted.join(' or ')} here.`
		: `A colon in a text makes a key of what stands before it: put it in quotes, "${shorten(sentence)}"`;
}

/** The sentence that became a key with a value, because a colon stands in it and no quotes around it. */
function sentenceCutAtColon(value: unknown): string | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	const [only, second] = Object.entries(value);
	if (only === undefined || second !== undefined || typeof only[1] === 'object') return undefined;
	return `${only[0]}: ${String(only[1])}`;
}

/** The key a path ends with, as a reader knows it. */
function nameOf(path: Path): string {
	const key = path.findLast((step) => typeof step === 'string');
	return key === undefined
		? 'the file'
		: typeof path.at(-1) === 'number'
			? `an entry of ${key}`
			: String(key);
}

function capital(text: string): string {
	return text === 'the file' || text.startsWith('an entry')
		? `${text[0]?.toUpperCase()}${text.slice(1)}`
		: `"${text}"`;
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

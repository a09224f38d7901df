import { resolve } from 'node:path';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { inertText } from '../../../report/inert-text.ts';
import { type Answers, readAnswers } from '../../../scaffold/answers.ts';
import { decodeText } from '../../../source/decode-text.ts';
import { readYaml } from '../../../source/read-yaml.ts';
import { refuseHidden, refuseLines } from '../../check-text.ts';
import type { CommandContext } from '../../command-context.ts';

const flags = ['kind', 'id', 'title', 'function', 'owner', 'author'] as const;

/** What flags and the file of answers say; a flag comes before the file. Texts are brought into NFC. */
export function givenAnswers(context: CommandContext): Answers {
	const fromFlags = Object.fromEntries(
		flags.flatMap((name) => {
			const value = context.text(name);
			if (value === undefined) return [];
			if (value.trim() === '')
				throw new CommandError(`--${name} is empty`, {
					help: `Write something after --${name}, or leave it out.`,
				});
			return [[name, value.trim()]];
		}),
	);
	return checkAnswers({ ...fromFile(context), ...fromFlags });
}

/** Refuses texts that no document may hold, and brings all into NFC. */
export function checkAnswers(answers: Answers): Answers {
	const { placeholders = {}, confirm = {}, ...rest } = answers;
	for (const [name, text] of Object.entries({ ...placeholders, ...confirm })) {
		if (typeof text !== 'string') continue;
		refuseHidden(name, text);
		refuseLines(name, text);
	}
	for (const [key, value] of Object.entries(rest)) {
		for (const text of textsOf(value)) {
			refuseHidden(key, text);
			if (key !== 'purpose' && typeof value === 'string') refuseLines(key, text);
		}
	}
	if ((answers.title?.length ?? 0) > 200) {
		throw new CommandError(`The title has ${answers.title?.length} characters; 200 are the most`, {
			help: 'Shorten it. What it covers goes into section 1.',
		});
	}
	return normalised(answers);
}

function fromFile(context: CommandContext): Answers {
	const file = context.text('answers');
	if (file === undefined) return {};
	const read = context.io.files.read(resolve(context.folder, file));
	if (!read.ok)
		throw new CommandError(`The answers in ${JSON.stringify(file)} cannot be read (${read.code})`, {
			help: 'Give the path of an existing file after --answers.',
		});
	const decoded = decodeText(read.bytes);
	if (!decoded.ok)
		throw new CommandError(`The answers in ${JSON.stringify(file)} cannot be read: ${decoded.message}`);
	const { value, problems } = readYaml(decoded.text);
	const [problem] = problems;
	if (problem !== undefined) {
		throw new CommandError(
			`The answers in ${JSON.stringify(file)} cannot be read: ${inertText(problem.message)}`,
			{
				help: problem.help,
			},
		);
	}
	return readAnswers(value, file);
}

function textsOf(value: unknown): readonly string[] {
	if (typeof value === 'string') return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

function normalised<Value>(value: Value): Value {
	if (typeof value === 'string') return value.toWellFormed().normalize('NFC') as Value & string;
	if (Array.isArray(value)) return value.map(normalised) as Value & unknown[];
	if (typeof value !== 'object' || value === null) return value;
	// The same keys with values of the same types.
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, normalised(one)])) as Value &
		object;
}

import type { Path } from '../../diagnostics/path.ts';
import type { TextEdit } from '../../diagnostics/text-edit.ts';
import { canonicalText } from '../../model/digest.ts';
import { applyEdits } from '../../source/apply-edits.ts';
import { readYaml } from '../../source/read-yaml.ts';
import type { WrittenScalar } from '../../source/written-scalars.ts';
import { quotedText, yamlText } from '../../source/yaml-text.ts';
import type { AnsweredValue } from '../answers.ts';
import { type OpenValue, openQuestions, writtenAs } from './open-questions.ts';

/** What somebody says to the open questions of a text. Texts are of one line. */
export interface QuestionAnswers {
	/** By the words of the placeholder. */
	readonly placeholders: ReadonlyMap<string, string>;
	/** By the name of the value; what is as it was proposed is confirmed thereby. */
	readonly confirmed: ReadonlyMap<string, AnsweredValue>;
}

/**
 * The text with the answers in it: each placeholder replaced wherever it stands, each confirmed value put in and its
 * mark taken out. Nothing else is touched. Questions that the text does not ask are passed over: ask `openQuestions`
 * first.
 */
export function fillIn(text: string, { placeholders, confirmed }: QuestionAnswers): string {
	const open = openQuestions(text);
	const words = new Map<WrittenScalar, string[]>();
	for (const placeholder of open.placeholders) {
		if (!placeholders.has(placeholder.words)) continue;
		for (const scalar of placeholder.scalars)
			words.set(scalar, [...(words.get(scalar) ?? []), placeholder.words]);
	}
	const decided = open.values.flatMap((one): readonly { one: OpenValue; value: AnsweredValue }[] => {
		const value = confirmed.get(one.name);
		return value === undefined ? [] : [{ one, value }];
	});
	const changed = decided.filter(({ one, value }) => one.scalar.value !== value);
	const rewritten = new Set(changed.map(({ one }) => one.scalar.from));
	const edits: TextEdit[] = [
		...[...words.keys()]
			.filter(({ from }) => !rewritten.has(from))
			.map((scalar) => filledEdit(text, scalar, placeholders)),
		...changed.map(({ one, value }) => ({
			from: one.scalar.from,
			to: one.scalar.to,
			text: valueText(value, one.scalar),
		})),
		...decided.map(({ one: { mark } }) => ({ ...mark, text: '' })),
	];
	const filled = applyEdits(text, edits).text;
	const meant = said(readYaml(text).value, [], {
		placeholders,
		changed: new Map(changed.map(({ one, value }) => [JSON.stringify(one.scalar.path), value])),
	});
	if (canonicalText(readYaml(filled).value) !== canonicalText(meant))
		throw new Error('A text with its answers does not say what was answered');
	return filled;
}

/** A value with the answers in it: what the text is to say in the end. */
function said(
	value: unknown,
	path: Path,
	answers: {
		readonly placeholders: QuestionAnswers['placeholders'];
		readonly changed: ReadonlyMap<string, AnsweredValue>;
	},
): unknown {
	const changed = answers.changed.get(JSON.stringify(path));
	if (changed !== undefined) return changed;
	if (typeof value === 'string') return replaced(value, answers.placeholders);
	if (Array.isArray(value)) return value.map((item, index) => said(item, [...path, index], answers));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, child]) => [key, said(child, [...path, key], answers)]),
	);
}

function filledEdit(
	text: string,
	scalar: WrittenScalar,
	placeholders: ReadonlyMap<string, string>,
): TextEdit {
	const { from, to, value, style } = scalar;
	const written = text.slice(from, to);
	// Block text takes anything as it is, and keeps its lines.
	if (style === 'block') return { from, to, text: replaced(written, placeholders) };
	return { from, to, text: valueText(replaced(String(value), placeholders), scalar) };
}

function replaced(text: string, placeholders: ReadonlyMap<string, string>): string {
	// All at once, so that what one answer says is never taken for the next question.
	const patterns = [...placeholders.keys()].map((words) => writtenAs(words).source);
	if (patterns.length === 0) return text;
	return text.replace(new RegExp(patterns.join('|'), 'g'), (found) => {
		const words = found.slice(1, -1).replace(/\s+/g, ' ');
		return placeholders.get(words) ?? found;
	});
}

function valueText(value: AnsweredValue, { inBrackets, style }: WrittenScalar): string {
	if (typeof value !== 'string') return String(value);
	if (inBrackets || style === 'quoted') return quotedText(value);
	const written = yamlText(value);
	return /[,[\]{}]/.test(value) && !written.startsWith('"') ? quotedText(value) : written;
}

import type { Coverage, FunctionCoverage } from '../control/coverage/coverage-of.ts';
import { type CoverageStatus, coverageStatuses } from '../control/coverage/coverage-status.ts';
import { shareWords } from '../control/coverage/share.ts';
import { displayWidth } from './display-width.ts';
import { inertText } from './inert-text.ts';
import { type Paint, paint, type Tone } from './paint.ts';

/** How good each status is, for whoever sees colours. */
export const coverageTones: Readonly<Record<CoverageStatus, Tone>> = {
	none: 'bad',
	'retired only': 'bad',
	'checklist only': 'middling',
	'not in force': 'middling',
	unfinished: 'middling',
	'not evaluated': 'middling',
	'review overdue': 'middling',
	covered: 'good',
	'set aside': 'quiet',
};

/**
 * A map for a terminal: a line a function, a field an activity in the order of the register, coloured and lettered, and
 * the legend of the letters that stand in it. Ends with a line break.
 */
export function coverageMap(
	{ functions, share }: Coverage,
	{ width, color }: { readonly width: number; readonly color: boolean },
): string {
	const colours = paint(color);
	const names = functions.map((one) => inertText(one.function));
	const widest = Math.max(...[...names, allOfThem].map(displayWidth));
	const words = functions.map((one) => shareWords(one.share));
	const shares = Math.max(...[...words, shareWords(share)].map((text) => text.length));
	// A field is a letter between two spaces.
	const most = Math.max(4, Math.floor((width - widest - shares - 4) / 3));
	const start = (name: string, text: string) =>
		`${name}${' '.repeat(widest - displayWidth(name))}  ${text.padEnd(shares)}  `;
	const lines = functions.flatMap((one, at) =>
		fieldLines(one, most, colours).map(
			(fields, line) =>
				`${line === 0 ? start(names[at] ?? '', words[at] ?? '') : ' '.repeat(widest + shares + 4)}${fields}`,
		),
	);
	return [
		...lines,
		start(allOfThem, shareWords(share)).trimEnd(),
		'',
		...legend(functions, colours),
		'',
	].join('\n');
}

const allOfThem = 'all';

function fieldLines({ rows }: FunctionCoverage, most: number, colours: Paint): readonly string[] {
	const lines: string[] = [];
	for (let from = 0; from < rows.length; from += most) {
		const fields = rows.slice(from, from + most).map(({ status }) => fieldOf(status, colours));
		lines.push(fields.join('').replace(/ $/, ''));
	}
	return lines;
}

function legend(functions: readonly FunctionCoverage[], colours: Paint): readonly string[] {
	const all = functions.flatMap(({ rows }) => rows);
	return coverageStatuses.flatMap(({ status, means }) => {
		const count = all.filter((row) => row.status === status).length;
		return count === 0 ? [] : [`${fieldOf(status, colours)} ${status} (${count}): ${means}`];
	});
}

function fieldOf(status: CoverageStatus, colours: Paint): string {
	const letter = coverageStatuses.find((one) => one.status === status)?.letter ?? '?';
	return colours.field(coverageTones[status], ` ${letter} `);
}

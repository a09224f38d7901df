import type { RecurrenceProblem, RulePart } from './rule-parts.ts';

/** The frequencies a part may stand with (RFC 5545, 3.3.10); parts that are not named go with all. */
const goesWith: Readonly<Record<string, readonly string[]>> = {
	BYMONTHDAY: ['YEARLY', 'MONTHLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'],
	BYYEARDAY: ['YEARLY', 'HOURLY', 'MINUTELY', 'SECONDLY'],
	BYWEEKNO: ['YEARLY'],
};

/** Which parts must not stand together, and which not alone. Each part has passed by itself. */
export function checkCombination(parts: readonly RulePart[]): RecurrenceProblem | undefined {
	const find = (name: string) => parts.find((part) => part.name === name);
	const frequency = find('FREQ')?.value ?? '';
	for (const part of parts) {
		const allowed = goesWith[part.name];
		if (allowed !== undefined && !allowed.includes(frequency)) {
			return {
				at: part.at,
				message: `${part.name} does not go with FREQ=${frequency}`,
				help: `It goes with FREQ=${allowed.slice(0, 2).join(' or FREQ=')}.`,
			};
		}
	}
	return (
		checkEnd(find('COUNT'), find('UNTIL')) ??
		checkNumberedDays(find('BYDAY'), frequency, find('BYWEEKNO')) ??
		checkPositions(find('BYSETPOS'), parts)
	);
}

function checkEnd(count: RulePart | undefined, until: RulePart | undefined): RecurrenceProblem | undefined {
	if (count === undefined || until === undefined) return undefined;
	const at = count.at.from > until.at.from ? count.at : until.at;
	return {
		at,
		message: 'The schedule ends twice: by COUNT and by UNTIL',
		help: 'Keep one of them.',
	};
}

/** `1MO` is the first Monday of a month or year: it means nothing in a week. */
function checkNumberedDays(
	days: RulePart | undefined,
	frequency: string,
	weeks: RulePart | undefined,
): RecurrenceProblem | undefined {
	const numbered = days?.value.split(',').find((day) => /\d/.test(day));
	if (days === undefined || numbered === undefined) return undefined;
	if (frequency !== 'MONTHLY' && frequency !== 'YEARLY') {
		return {
			at: days.valueAt,
			message: `${numbered} counts the days of a month or a year, and the schedule is FREQ=${frequency}`,
			help: `Write ${numbered.slice(-2)}, or FREQ=MONTHLY.`,
		};
	}
	if (weeks === undefined) return undefined;
	return {
		at: days.valueAt,
		message: `${numbered} counts the days of a year, and BYWEEKNO has named the weeks already`,
		help: `Write ${numbered.slice(-2)}, or leave BYWEEKNO out.`,
	};
}

function checkPositions(
	positions: RulePart | undefined,
	parts: readonly RulePart[],
): RecurrenceProblem | undefined {
	if (positions === undefined || parts.some(({ name }) => name.startsWith('BY') && name !== 'BYSETPOS'))
		return undefined;
	return {
		at: positions.at,
		message: 'BYSETPOS picks from days, and no other part names any',
		help: 'Add e.g. BYDAY=MO,TU,WE,TH,FR: with BYSETPOS=-1 that is the last weekday.',
	};
}

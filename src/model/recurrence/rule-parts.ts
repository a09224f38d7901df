import type { OffsetRange } from '../../diagnostics/position.ts';

/** What is wrong with a recurrence rule, where in its text, and what to write instead. */
export interface RecurrenceProblem {
	/** UTF-16 offsets into the rule. */
	readonly at: OffsetRange;
	readonly message: string;
	readonly help: string;
}

/** One part of a rule, `NAME=VALUE`, with its place in the text. */
export interface RulePart {
	/** In capitals. */
	readonly name: string;
	readonly value: string;
	readonly at: OffsetRange;
	readonly valueAt: OffsetRange;
}

/** The frequencies of RFC 5545, the rarest first. */
export const frequencies = [
	'YEARLY',
	'MONTHLY',
	'WEEKLY',
	'DAILY',
	'HOURLY',
	'MINUTELY',
	'SECONDLY',
] as const;

/** From Monday, as ISO 8601 counts them. */
export const weekdays: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** How it is written, for whoever never has: the examples that fit most checklists. */
export const usualRules =
	'Write e.g. FREQ=MONTHLY, FREQ=WEEKLY;BYDAY=MO or FREQ=YEARLY;BYMONTH=1,7 (RFC 5545).';

/** Splits a rule at its semicolons; parts that are not of the form `NAME=VALUE` become problems. */
export function splitRule(rule: string): {
	readonly parts: readonly RulePart[];
	readonly problems: readonly RecurrenceProblem[];
} {
	const parts: RulePart[] = [];
	const problems: RecurrenceProblem[] = [];
	let from = 0;
	if (rule.trim() === '')
		return {
			parts,
			problems: [{ at: { from, to: rule.length }, message: 'The schedule has no rule', help: usualRules }],
		};
	for (const text of rule.split(';')) {
		const at = { from, to: from + text.length };
		from = at.to + 1;
		const match = /^([A-Za-z-]+)=(.*)$/s.exec(text);
		const [, name = '', value = ''] = match ?? [];
		if (match && !/\s/.test(text)) {
			const valueAt = { from: at.from + name.length + 1, to: at.to };
			parts.push({ name: name.toUpperCase(), value: value.toUpperCase(), at, valueAt });
		} else problems.push({ at, ...malformed(text, rule) });
	}
	return { parts, problems };
}

function malformed(text: string, rule: string): { message: string; help: string } {
	if (text.trim() === '') {
		return {
			message: 'The schedule has a semicolon with nothing behind or before it',
			help: 'Leave that semicolon out.',
		};
	}
	if (/^\s*RRULE\s*:/i.test(text))
		return { message: 'The schedule begins with RRULE:', help: 'Leave RRULE: out and begin with FREQ=.' };
	if (/^\s*DTSTART\b/i.test(text)) {
		return {
			message: 'The schedule says with DTSTART when it begins',
			help: 'Leave DTSTART out: a schedule begins with the day the checklist takes effect.',
		};
	}
	if (/^[A-Za-z-]+=\S*(?:\s+[A-Za-z-]+=\S*)+$/.test(text.trim()))
		return {
			message: `There is a space in "${clip(text.trim())}"`,
			help: 'Write ; between the parts, and no spaces.',
		};
	if (/\s/.test(text) && text.includes('=')) {
		return {
			message: `There is a space in "${clip(text)}"`,
			help: 'Leave the spaces out: FREQ=WEEKLY;BYDAY=MO,FR.',
		};
	}
	const whole = text === rule;
	return {
		message: whole
			? `"${clip(rule)}" is no recurrence rule`
			: `"${clip(text)}" is not of the form NAME=VALUE`,
		help: usualRules,
	};
}

/** Enough of a text to know it by. */
function clip(text: string): string {
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

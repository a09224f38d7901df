import { addDuration, isCalendarDay } from '../../../model/calendar-day.ts';
import { type Duration, parseDuration } from '../../../model/duration.ts';
import { findTexts } from '../../../model/find-texts.ts';
import { whyNoSuchDay } from '../../../model/why-no-such-day.ts';
import { everyKindAndRecords } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

/** Keys that hold a day; branches and bounds of inputs are judged with their decisions. */
const dateKeys = new Set(['effective', 'date', 'day', 'from', 'until', 'adopted', 'due']);
const day = /^\d{4}-\d{2}-\d{2}$/;
const lengthOfDay = 'YYYY-MM-DD'.length;
const earliest = '1970-01-01';

export const impossibleDate: FileRule = {
	name: 'document/impossible-date',
	severity: 'error',
	summary: 'A day does not exist, lies before 1970, or lies further ahead than anybody plans.',
	why: 'From its dates it follows which version is in force. A day that cannot be is a slip of the keyboard, and nobody can say which day was meant.',
	remedy: 'Write the day that is meant, as YYYY-MM-DD.',
	points: 'At the day.',
	clauses: ['eu-gmp Chapter 4'],
	options: {
		ahead: {
			summary: 'How far ahead of today a day of a document may lie. Registers may look further.',
			default: '2 years',
		},
	},
	scope: 'file',
	kinds: everyKindAndRecords,
	examples: {
		bad: 'effective: 2026-02-30\n',
		good: 'effective: 2026-02-28\n',
	},
	*check(subject) {
		if (!/\d{4}-\d{2}-\d{2}/.test(subject.text)) return;
		const ahead = subject.option<string>('ahead');
		const duration = parseDuration(ahead);
		if (duration === undefined) yield { notEvaluated: `its option ahead is no duration: ${ahead}` };
		const latest = duration && latestDay(subject.library.today, duration);
		// Somebody may have come before 1970, and a key may be good for ten years.
		const isRegister = subject.document === undefined && subject.kind !== 'config';
		for (const { text, path } of findTexts(
			subject.checked,
			(one) => one.length === lengthOfDay && day.test(one),
			(key) => !key.startsWith('x-'),
		)) {
			if (!dateKeys.has(String(path.at(-1)))) continue;
			const place = { path };
			if (!isCalendarDay(text)) {
				yield { place, message: `The day ${text} does not exist`, help: whyNoSuchDay(text) };
			} else if (!isRegister && text < earliest) {
				yield { place, message: `The day ${text} lies before 1970` };
			} else if (!isRegister && latest !== undefined && text > latest) {
				yield { place, message: `The day ${text} lies more than ${ahead} ahead` };
			}
		}
	},
};

let known:
	| { readonly from: string; readonly ahead: Duration; readonly latest: string | undefined }
	| undefined;

/** The last day that is not too far ahead: the same for all documents of a run, so reckoned once. */
function latestDay(from: string, ahead: Duration): string | undefined {
	if (known?.from !== from || known.ahead !== ahead)
		known = { from, ahead, latest: addDuration(from, ahead) };
	return known.latest;
}

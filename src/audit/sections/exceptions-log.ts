import { isExpired } from '../../control/standing-exceptions.ts';
import { dayNumber, dayText } from '../../model/calendar-day.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import { type Check, type CheckItem, checkOf } from '../check.ts';
import type { Section } from '../section.ts';
import { exceptionsList } from './exceptions-list.ts';
import { causeResult, identityCure, identityResult } from './identity-result.ts';
import { drawnFrom } from './record-cells.ts';
import { type ShownException, shownExceptions } from './shown-exceptions.ts';

/** P-11: what was allowed to differ, by whom, until when, and what follows from it. */
export function exceptionsLog(input: AuditInput): Section {
	const shown = shownExceptions(input);
	const over: readonly string[] = ['replaced', 'not known yet', 'void'];
	const atEnd = shown.filter(({ standing, isRetired }) => !isRetired && !over.includes(standing));
	return {
		id: 'P-11',
		name: 'exceptions-log',
		title: 'Exceptions',
		question: 'Was every exception allowed by somebody who may, before it was used, and followed up?',
		checks: [
			approved(shown),
			knownBeforeUse(input, shown),
			notExpired(input, atEnd),
			correctiveActions(input, atEnd),
		],
		lists: [exceptionsList(input, shown)],
		notes: [
			'An exception excuses nothing that happened before its record was known, whatever first day it claims.',
			'Where a record takes the place of another, what it says holds from then on; the older one stays in the list as replaced.',
			'Exceptions that were taken without any record are not seen: that needs records of runs.',
		],
	};
}

function itemOf({ record }: ShownException): Pick<CheckItem, 'key' | 'of'> {
	return { key: record.file, of: drawnFrom(record) };
}

function approved(shown: readonly ShownException[]): Check {
	return checkOf({
		name: 'exceptions/approved',
		asks: 'Every exception was allowed, in a signed record, by a person whom section 11 of the version in force names for it',
		items: shown.map((one): CheckItem => {
			const judged = causeResult(one.cause);
			return { ...itemOf(one), ...(judged.result === 'holds' ? identityResult(one.who) : judged) };
		}),
		cure: identityCure,
	});
}

function knownBeforeUse(input: AuditInput, shown: readonly ShownException[]): Check {
	const byFile = new Map(shown.map((one) => [one.record.file, one]));
	return checkOf({
		name: 'exceptions/known-before-use',
		asks: 'Every exception was known before the first day that it claims',
		items: shown.map((one): CheckItem => {
			const { from = '', until } = one.record.value;
			const before = dayBefore(one.known);
			const last = until !== undefined && until < before ? until : before;
			return from > last || isCovered(input, from, last, one.replaces, byFile)
				? { ...itemOf(one), result: 'holds', detail: '' }
				: {
						...itemOf(one),
						result: 'does not hold',
						detail: `it claims ${from} and became known on ${one.known}: nothing that was done from ${from} to ${last} is excused`,
					};
		}),
	});
}

/** Whether a record that was replaced, or those that it replaced itself, allowed all days of a stretch. */
function isCovered(
	input: AuditInput,
	from: string,
	last: string,
	record: KnownRecord<'exceptions'> | undefined,
	byFile: ReadonlyMap<string, ShownException>,
	seen: ReadonlySet<string> = new Set(),
): boolean {
	if (record === undefined || seen.has(record.file)) return false;
	const { from: first = '', until } = record.value;
	const known = dayAt(record.known, input.period.zone);
	const begins = known > first ? known : first;
	if ((until !== undefined && until < last) || begins > last) return false;
	if (begins <= from) return true;
	const before = dayBefore(begins);
	const older = byFile.get(record.file)?.replaces;
	return isCovered(input, from, before, older, byFile, new Set([...seen, record.file]));
}

function dayBefore(day: string): string {
	const number = dayNumber(day);
	return number === undefined ? day : dayText(number - 1);
}

function notExpired({ period }: AuditInput, atEnd: readonly ShownException[]): Check {
	return checkOf({
		name: 'exceptions/not-expired',
		asks: 'No exception is over while what was agreed with it is late',
		items: atEnd.map((one): CheckItem => {
			const { value } = one.record;
			const { until, corrective_action: action } = value;
			return isExpired(value, period.to)
				? {
						...itemOf(one),
						result: 'does not hold',
						detail: `it ended on ${until}, and its corrective action${action?.due === undefined ? '' : `, due on ${action.due},`} is not recorded as done`,
					}
				: { ...itemOf(one), result: 'holds', detail: '' };
		}),
	});
}

function correctiveActions({ period }: AuditInput, atEnd: readonly ShownException[]): Check {
	return checkOf({
		name: 'exceptions/corrective-actions',
		asks: 'Every exception has a corrective action that is done or not yet due',
		items: atEnd.map((one): CheckItem => {
			const { until, corrective_action: action } = one.record.value;
			if (action === undefined)
				return { ...itemOf(one), result: 'does not hold', detail: 'it names no corrective action' };
			const due = action.due ?? until;
			const isDone = action.done !== undefined && action.done <= period.to;
			return isDone || due === undefined || due >= period.to
				? { ...itemOf(one), result: 'holds', detail: '' }
				: {
						...itemOf(one),
						result: 'does not hold',
						detail: `its corrective action was due on ${due} and is not recorded as done`,
					};
		}),
	});
}

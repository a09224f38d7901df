import type { BaselineCount } from '../../../audit/audited-policy.ts';
import { baselineFileName } from '../../../lint/baseline.ts';
import { dayNumber, dayText } from '../../../model/calendar-day.ts';
import { positionAt } from '../../../model/history/mainline.ts';
import { endOfDay } from '../../../model/zone.ts';
import { parseBaseline } from '../../commands/lint/read-baseline.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { factsOfTexts, shownTexts } from '../lint/shown-texts.ts';
import type { PolicyPeriod } from './policy-period.ts';

/** How much the baseline put off before a period, at the end of each quarter in it, and at its end; none where none stood. */
export async function baselineCounts(
	record: OpenRecord,
	{ period, positions }: PolicyPeriod,
): Promise<readonly BaselineCount[]> {
	const shown = await shownTexts(record, baselineFileName, null);
	const counts = await factsOfTexts(record, baselineFileName, shown, (_, bytes) => {
		const entries = parseBaseline(new TextDecoder().decode(bytes))?.entries ?? [];
		return { entries: entries.length, findings: entries.reduce((sum, { count }) => sum + count, 0) };
	});
	const mainline = record.history.mainlineUpTo(positions.closing);
	return daysOf(period).flatMap((day): BaselineCount[] => {
		const position = positionAt(mainline, endOfDay(day, period.zone) ?? period.end);
		const stood = shown.findLast((one) => one.position <= position);
		if (stood === undefined) return [];
		const none = { entries: 0, findings: 0 };
		const count = stood.blob === undefined ? none : counts.get(stood.blob);
		return count === undefined ? [] : [{ day, ...count }];
	});
}

/** The day before a period, the last days of its quarters of the year, and its own last day. */
function daysOf({ from, to }: PolicyPeriod['period']): readonly string[] {
	const first = dayNumber(from) ?? 0;
	const days = [dayText(first - 1)];
	for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++)
		for (const end of ['03-31', '06-30', '09-30', '12-31']) {
			const day = `${String(year).padStart(4, '0')}-${end}`;
			if (day >= from && day < to) days.push(day);
		}
	return [...days, to];
}

import { splitRule } from '../model/recurrence/rule-parts.ts';
import type { Frequency } from './packet-list.ts';

/** How often a checklist is run by its schedule (RFC 5545), as samples are drawn by it; `per event` where it has none. */
export function runFrequency(rule: string | undefined): Frequency {
	if (rule === undefined) return 'per event';
	const { parts } = splitRule(rule);
	const of = (name: string) => parts.find((part) => part.name === name)?.value;
	const every = Number(of('INTERVAL') ?? 1);
	const months = (of('BYMONTH') ?? '').split(',').filter((month) => month !== '').length;
	switch (of('FREQ')?.toUpperCase()) {
		case 'YEARLY':
			return months >= 12 ? 'monthly' : months >= 3 ? 'quarterly' : 'annual';
		case 'MONTHLY': {
			// Months that are named leave out all others.
			const inAYear = Math.min(12 / every, months === 0 ? 12 : months);
			return inAYear >= 5 ? 'monthly' : inAYear >= 3 ? 'quarterly' : 'annual';
		}
		case 'WEEKLY':
			return (of('BYDAY') ?? '').split(',').length >= 3 ? 'daily' : 'weekly';
		case 'DAILY':
			return every >= 5 ? 'weekly' : 'daily';
		default:
			return 'per event';
	}
}

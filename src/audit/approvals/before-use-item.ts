import { adoptedAt } from '../../control/policy.ts';
import { knownStart } from '../../model/history/version.ts';
import { dayAt, startOfDay } from '../../model/zone.ts';
import type { AuditInput } from '../audit-input.ts';
import type { CheckItem } from '../check.ts';
import type { InForce } from '../in-force-in-period.ts';
import { versionKey } from '../places.ts';

/**
 * Whether a version was known and approved by the day from which it says that it holds. One that was adopted with the
 * library held before anybody could know of it here.
 */
export function beforeUseItem(
	{ policy, period }: AuditInput,
	{ document, version }: InForce,
): readonly CheckItem[] {
	const start = knownStart(version);
	const says = version.effective === undefined ? undefined : startOfDay(version.effective, period.zone);
	if (says === undefined) return [];
	const adopted = adoptedAt(policy);
	const key = versionKey(document, version);
	if (adopted !== undefined && says < adopted)
		return [
			{
				key,
				of: [document.id],
				result: 'not evaluated',
				detail: 'it says that it held before this library was adopted',
			},
		];
	if (start === undefined)
		return [
			{
				key,
				of: [document.id],
				result: 'not evaluated',
				detail: 'it may have begun before the commits that are here',
			},
		];
	const days = [version.effective ?? '', dayAt(start, period.zone)];
	return [
		{
			key,
			of: [document.id],
			result: start > says && days[0] !== days[1] ? 'does not hold' : 'holds',
			detail:
				start > says && days[0] !== days[1]
					? `it says from ${days[0]}, and was known and approved only on ${days[1]}`
					: '',
		},
	];
}

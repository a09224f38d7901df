import type { CheckItem } from '../check.ts';
import type { InForce } from '../in-force-in-period.ts';
import { versionKey } from '../places.ts';

import { countingOf } from './signed-version.ts';

/** How well it is known who made each signature that a version leans on. */
export function identityItems(one: InForce): readonly CheckItem[] {
	const item = { key: versionKey(one.document, one.version), of: [one.document.id] };
	const counting = countingOf(one);
	if (counting.length === 0)
		return [{ ...item, result: 'not evaluated', detail: 'no signature counts for it' }];
	return counting.map(({ record, who }): CheckItem => {
		const { paper } = record.value;
		const key = `${item.key} ${record.file}`;
		if (paper !== undefined)
			return {
				key,
				of: item.of,
				result: 'not evaluated',
				detail: `signed on paper, recorded by ${paper.recorded_by}`,
			};
		return who.level === 'record-signed' || who.level === 'commit-signed'
			? { key, of: item.of, result: 'holds', detail: '' }
			: {
					key,
					of: item.of,
					result: 'not evaluated',
					detail: `identity rests on push access: ${who.cause ?? 'no signature'}`,
				};
	});
}

import { rows } from '../several.ts';
import { ownText } from './plain-object.ts';

/** The unit of each row that has an id and a unit: `variance` → `USD`. */
export function unitsOf(list: unknown): readonly (readonly [string, string])[] {
	return rows<unknown>(list as object | null | undefined).flatMap((row) => {
		const id = ownText(row, 'id');
		const unit = ownText(row, 'unit');
		return id === undefined || unit === undefined ? [] : [[id, unit] as const];
	});
}

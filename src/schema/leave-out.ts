import type { Path } from '../diagnostics/path.ts';
import type { ValidationError } from './validators.generated.js';

/**
 * A copy of a value without the parts that broke its schema, so that the rest can still be judged.
 * Lists keep their length, because paths count their items: an empty value of the right type takes the place.
 */
export function leaveOut(
	value: unknown,
	defects: readonly { readonly error: ValidationError; readonly path: Path }[],
): unknown {
	const copy = structuredClone(value);
	// Deepest first, so that a path still leads somewhere when its turn comes.
	for (const { error, path } of [...defects].sort((a, b) => b.path.length - a.path.length)) {
		if (error.keyword === 'required') continue;
		const unknownKey = error.params['additionalProperty'];
		const target = typeof unknownKey === 'string' ? [...path, unknownKey] : path;
		const last = target.at(-1);
		if (last === undefined) return undefined;
		const parent = target.slice(0, -1).reduce<unknown>(child, copy);
		if (Array.isArray(parent)) parent[Number(last)] = emptyOf(error);
		else if (typeof parent === 'object' && parent !== null) Reflect.deleteProperty(parent, last);
	}
	return copy;
}

function child(value: unknown, step: string | number): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
}

function emptyOf(error: ValidationError): unknown {
	const types = [error.params['type']].flat();
	return types.includes('object') && !types.includes('string') ? {} : '';
}

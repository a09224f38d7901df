import type { Path } from '../diagnostics/path.ts';
import { rootShapes, type SchemaKind, shapes } from './known-keys.generated.ts';

/** The keys that the format knows at a place of a file; empty where the user chooses them. */
export function knownKeysAt(kind: SchemaKind, path: Path): readonly string[] {
	let shape = shapes[rootShapes[kind]];
	for (const step of path) {
		const under = typeof step === 'number' ? shape?.items : (shape?.keys?.[step] ?? shape?.others);
		shape = under === null || under === undefined ? undefined : shapes[under];
	}
	return Object.keys(shape?.keys ?? {});
}

import type { Path } from '../diagnostics/path.ts';

/** A text of a document, and where it stands. */
export interface FoundText {
	readonly text: string;
	readonly path: Path;
}

/**
 * The texts of a value that `accepts` takes, in order. Keys are no texts. Of what stands under a key that `enters`
 * refuses nothing is looked at. A path is made only for what is taken, so that a walk that finds nothing is cheap.
 */
export function findTexts(
	value: unknown,
	accepts: (text: string) => boolean,
	enters: (key: string) => boolean = () => true,
): FoundText[] {
	const found: FoundText[] = [];
	const path: (string | number)[] = [];
	const walk = (here: unknown): void => {
		if (typeof here === 'string') {
			if (accepts(here)) found.push({ text: here, path: [...path] });
		} else if (Array.isArray(here)) {
			for (let index = 0; index < here.length; index++) {
				path.push(index);
				walk(here[index]);
				path.pop();
			}
		} else if (typeof here === 'object' && here !== null) {
			for (const [key, child] of Object.entries(here)) {
				if (!enters(key)) continue;
				path.push(key);
				walk(child);
				path.pop();
			}
		}
	};
	walk(value);
	return found;
}

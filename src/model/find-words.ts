import type { Path } from '../diagnostics/path.ts';
import { sectionOfKey } from './sections.ts';

/** A text of a document in which a word was found. */
export interface WordHit {
	readonly path: Path;
	/** Section 1 to 15; null for the header. */
	readonly section: number | null;
	/** The sentence around the first word found. */
	readonly text: string;
}

/** The texts of a value in which any of the words occurs, if all of them occur somewhere; else none. */
export function findWords(value: unknown, words: readonly string[]): readonly WordHit[] {
	const wanted = words.map(fold).filter((word) => word !== '');
	const missing = new Set(wanted);
	const hits: WordHit[] = [];
	const look = (here: unknown, path: Path): void => {
		if (typeof here === 'string') {
			const folded = fold(here);
			const found = wanted.filter((word) => folded.includes(word));
			if (found.length === 0) return;
			for (const word of found) missing.delete(word);
			hits.push({
				path,
				section: sectionOfKey(path[0]) ?? null,
				text: excerpt(here, folded.indexOf(found[0] ?? '')),
			});
		} else if (Array.isArray(here)) {
			here.forEach((child, index) => {
				look(child, [...path, index]);
			});
		} else if (typeof here === 'object' && here !== null) {
			for (const [key, child] of Object.entries(here)) look(child, [...path, key]);
		}
	};
	look(value, []);
	return missing.size === 0 ? hits : [];
}

/** Without case and accents. */
function fold(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function excerpt(text: string, at: number): string {
	const line = text.replace(/\s+/g, ' ').trim();
	if (line.length <= 100) return line;
	const from = Math.max(0, Math.min(at - 40, line.length - 100));
	const until = from + 100;
	// The cut may go through a character of two units.
	const cut = line.slice(from, until).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
	return `${from > 0 ? '…' : ''}${cut.trim()}${until < line.length ? '…' : ''}`;
}

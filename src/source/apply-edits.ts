import type { TextEdit } from '../diagnostics/text-edit.ts';

/**
 * Text with the edits made. Of two edits that overlap the later one is left for another round,
 * so that no fix ever works on text another has changed.
 */
export function applyEdits(
	text: string,
	edits: readonly TextEdit[],
): { readonly text: string; readonly applied: number } {
	const ordered = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
	let result = '';
	let reached = 0;
	let applied = 0;
	for (const edit of ordered) {
		if (edit.from < reached) continue;
		result += text.slice(reached, edit.from) + edit.text;
		reached = edit.to;
		applied++;
	}
	return { text: result + text.slice(reached), applied };
}

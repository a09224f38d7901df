import { writtenScalars } from '../../../source/written-scalars.ts';
import { everyKind } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

/** Below this every text is normalised: combining signs and whatever they could become begin here. */
const fromCombining = /[\u0300-\uffff]/;
const escaped = /\\[xuU]/;

export const notNormalised: FileRule = {
	name: 'document/not-normalised',
	severity: 'warning',
	summary: 'A text is not in the normal form of Unicode (NFC).',
	why: 'An ä may be one sign or two that look the same. Search misses one of them, and a signature tells them apart where nobody can see why.',
	remedy: 'Type the text again, or let --fix do it: it looks the same afterwards.',
	points: 'At the text.',
	clauses: [],
	fix: { safety: 'safe', summary: 'Writes the text in NFC; it looks the same.' },
	scope: 'file',
	kinds: everyKind,
	examples: {
		bad: 'title: Begleichen einer U\u0308berweisung\n',
		good: 'title: Begleichen einer \u00dcberweisung\n',
	},
	*check({ text }) {
		if (!fromCombining.test(text) && !escaped.test(text)) return;
		if (isNormal(text) && !escaped.test(text)) return;
		for (const { value, path, part, from, to } of writtenScalars(text)) {
			if (typeof value !== 'string' || isNormal(value)) continue;
			const written = text.slice(from, to);
			// Written with escapes, the text is the author's to mend.
			const mends = !isNormal(written);
			yield {
				place: { path, part },
				message: 'The text is not in the normal form of Unicode (NFC)',
				...(mends
					? { fix: { safety: 'safe', edits: () => [{ from, to, text: written.normalize('NFC') }] } }
					: { help: 'Write the signs themselves in place of their escapes, in NFC.' }),
			};
		}
	},
};

function isNormal(text: string): boolean {
	return text === text.normalize('NFC');
}

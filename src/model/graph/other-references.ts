import type { Sop } from '../documents.generated.ts';
import { rows } from '../several.ts';
import { type GraphDraft, resolve } from './graph-draft.ts';
import { references } from './references.ts';

/** Notes what names no node in sections that make no edges: checkpoints and the responsibility matrix. */
export function checkOtherReferences(draft: GraphDraft, sop: Sop): void {
	rows(sop.quality).forEach((checkpoint, index) => {
		for (const one of references(checkpoint?.at, ['quality', index, 'at'])) resolve(draft, one, 'at', null);
	});
	rows(sop.raci).forEach((row, index) => {
		for (const one of references(row?.steps, ['raci', index, 'steps'])) resolve(draft, one, 'steps', null);
	});
}

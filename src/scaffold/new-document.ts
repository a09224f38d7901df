import type { Draft } from './draft.ts';
import { newChecklist } from './new-checklist.ts';
import { newSop } from './new-sop.ts';
import type { DocumentKind } from './next-id.ts';
import { smallSop } from './small-sop.ts';

/** The text of a new document from nothing but a draft. */
export function newDocument(draft: Draft, kind: DocumentKind, small: boolean): string {
	if (kind === 'checklist') return newChecklist(draft);
	return small ? smallSop(draft) : newSop(draft);
}

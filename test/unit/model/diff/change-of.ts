import { readFileSync } from 'node:fs';
import { diffDocuments } from '../../../../src/model/diff/diff-documents.ts';
import type { DocumentChange } from '../../../../src/model/diff/document-change.ts';
import type { Checklist, Sop } from '../../../../src/model/documents.generated.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';

const root = new URL('../../../../', import.meta.url);

/** The documents that changes are tried on. */
export const patches = 'examples/sops/it/operating-system-patches.sop.yaml';
export const purchases = 'examples/sops/finance/purchases-and-procurements.sop.yaml';
export const ticket = 'examples/checklists/it/monthly-patch-ticket.checklist.yaml';
export const reconciliation = 'test/fixtures/format-md/bank-reconciliation.sop.yaml';
export const close = 'test/fixtures/format-md/month-end-close.checklist.yaml';

/** What changed when one piece of a file's text is another one. */
export function changesOf(file: string, piece: string | RegExp, by: string): readonly DocumentChange[] {
	const text = readFileSync(new URL(file, root), 'utf8');
	const changed = text.replace(piece, by);
	if (changed === text) throw new Error(`Nothing to replace in ${file}: ${piece}`);
	return diffDocuments(contentOf(text), contentOf(changed));
}

/** A change as one line: `!` or `-` for control-relevant or not, the section, the kind, the sentence. */
export function lineOf({ controlRelevant, section, kind, words }: DocumentChange): string {
	return `${controlRelevant ? '!' : '-'} ${section ?? '·'} ${kind}: ${words}`;
}

/** The comparison takes whatever was read; the types only say what it looks for. */
export function diffOf(before: unknown, after: unknown): readonly DocumentChange[] {
	return diffDocuments(before as Sop | Checklist, after as Sop | Checklist);
}

function contentOf(text: string): Sop | Checklist {
	// The files of this test are sound documents, which other tests hold them to.
	return readYaml(text).value as Sop | Checklist;
}

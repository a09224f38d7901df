import { documentIdForm } from '../../../model/document-id.ts';
import type { DocumentSummary } from '../../../model/document-summary.ts';
import { documentsById, suggest } from '../../documents-by-id.ts';
import type { LibraryRule } from '../../rule.ts';

/** An id that no document has is reported by references/unknown-document. */
export const unknownProcedure: LibraryRule = {
	name: 'checklist/unknown-procedure',
	severity: 'error',
	summary:
		'A checklist executes, or one of its items follows, something that is no SOP: a checklist, or no id at all.',
	why: 'The SOP says how the work is done, by whom, and what to do when it goes wrong: without it a checklist is only a list.',
	remedy: 'Write the id of the SOP, e.g. `executes: SOP-FIN-001`.',
	points: 'At the value of `executes` or `follows`.',
	clauses: ['soc-2 CC5.3'],
	scope: 'library',
	examples: {
		bad: 'executes: CHK-FIN-900\n',
		good: 'executes: SOP-FIN-900\n',
	},
	*check({ documents, library }) {
		const known = documentsById(documents);
		const hasIdForm = documentIdForm(library.config);
		for (const document of documents) {
			if (document.kind !== 'checklist') continue;
			for (const { id, how, path } of document.references) {
				if (how !== 'executes' && how !== 'follows') continue;
				const found = known.find(id);
				if (found === undefined ? hasIdForm(id) : found.kind === 'sop') continue;
				const help = found ? executedBy(found) : suggest(known.nearest(id, 'sop'));
				yield {
					file: document.file,
					place: { path },
					message: found ? `${id} is a checklist, not an SOP` : `${id} is not the id of an SOP`,
					...(help === undefined ? {} : { help }),
				};
			}
		}
	},
};

function executedBy(checklist: DocumentSummary): string | undefined {
	const executed = checklist.references.find(({ id, how }) => how === 'executes' && id !== checklist.id);
	return executed && `Did you mean ${executed.id}, which ${checklist.id} executes?`;
}

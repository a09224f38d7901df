import { certainDocumentId, documentIdForm } from '../../../model/document-id.ts';
import type { DocumentReference, DocumentSummary } from '../../../model/document-summary.ts';
import { documentsById, suggest } from '../../documents-by-id.ts';
import type { LibraryRule } from '../../rule.ts';

/**
 * A value of `executes` or `follows` that has not the form of an id is reported by checklist/unknown-procedure or
 * procedure/unknown-target; a checklist that executes or follows a checklist by checklist/unknown-procedure.
 */
export const unknownDocument: LibraryRule = {
	name: 'references/unknown-document',
	severity: 'error',
	summary:
		'A document names another by an id that no document of the library has, or a step follows a checklist instead of an SOP.',
	why: 'Who follows the procedure is sent to a document that is not there, and nobody can say which one was meant.',
	remedy: 'Write the id of an existing document; sop list shows them all.',
	points: 'At the id as written.',
	clauses: ['iso-9001 7.5.3.1 a', 'iso-13485 4.2.4 c'],
	scope: 'library',
	examples: {
		bad: ['references:', '  - id: SOP-FIN-909', '    how: feeds'].join('\n'),
		good: ['references:', '  - id: SOP-FIN-900', '    how: is this one'].join('\n'),
	},
	*check({ documents, library }) {
		const known = documentsById(documents);
		const hasIdForm = documentIdForm(library.config);
		const isCertain = certainDocumentId(library.config);
		for (const document of documents) {
			for (const reference of document.references) {
				const { id, how, path } = reference;
				const found = known.find(id);
				if (found !== undefined) {
					if (how === 'follows' && document.kind === 'sop' && found.kind === 'checklist')
						yield { file: document.file, place: { path }, ...followsChecklist(id) };
					continue;
				}
				const isId = how === 'hands over to' || how === 'takes from' ? isCertain : hasIdForm;
				if (how !== 'refers to' && how !== 'affects' && !isId(id)) continue;
				const help = suggest(known.nearest(id));
				yield {
					file: document.file,
					place: { path },
					message: `No document of the library has the id ${id}, which ${whereOf(document, reference)}`,
					...(help === undefined ? {} : { help }),
				};
			}
		}
	},
};

function followsChecklist(id: string) {
	return {
		message: `A step follows the checklist ${id}, but only an SOP says how a step is done`,
		help: 'Name the SOP that the checklist executes.',
	};
}

function whereOf(document: DocumentSummary, { how, path }: DocumentReference): string {
	switch (how) {
		case 'executes':
			return 'this checklist executes';
		case 'follows':
			return document.kind === 'checklist' ? 'an item follows' : 'a step follows';
		case 'refers to':
			return 'section 13 refers to';
		case 'hands over to':
			return path[0] === 'outputs' ? 'an output is handed to' : 'a step hands over to';
		case 'takes from':
			return 'an input is taken from';
		case 'affects':
			return 'the change log says was affected';
	}
}

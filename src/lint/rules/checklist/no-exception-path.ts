import type { DocumentSummary, ItemSummary } from '../../../model/document-summary.ts';
import { nearest } from '../../../model/nearest.ts';
import { type DocumentsById, documentsById } from '../../documents-by-id.ts';
import { nameOfItem } from '../../item-name.ts';
import type { LibraryProblem, LibraryRule } from '../../rule.ts';

/**
 * Also reports an `on_exception` that names nothing. Silent where an SOP it would have to look into is not there,
 * cannot be read or is none: references/unknown-document, document/syntax and checklist/unknown-procedure say so.
 */
export const noExceptionPath: LibraryRule = {
	name: 'checklist/no-exception-path',
	severity: 'error',
	summary:
		'Neither an item nor the SOP it follows says what to do when it cannot be done as written; or its `on_exception` names no exception.',
	why: 'Sooner or later an item cannot be done. Without a way that was agreed before, it is skipped, or done in a way nobody allowed.',
	remedy:
		'Write `on_exception:` with an exception of the checklist, of the SOP it executes or of the SOP the item follows.',
	points: 'At the item, or at the exception it names.',
	clauses: ['soc-2 CC5.3'],
	scope: 'library',
	examples: {
		bad: example(''),
		good: example('    on_exception: over-limit'),
	},
	*check({ documents }) {
		const known = documentsById(documents);
		for (const checklist of documents) {
			if (checklist.kind !== 'checklist') continue;
			const executes = checklist.references.find(({ how }) => how === 'executes')?.id;
			for (const [index, item] of checklist.items.entries()) {
				const problem =
					item.onException === undefined
						? withoutPath(item, index, known)
						: unknownException(item, item.onException, checklist, [executes, item.follows], known);
				if (problem !== undefined) yield { file: checklist.file, ...problem };
			}
		}
	},
};

function withoutPath(item: ItemSummary, index: number, known: DocumentsById): Problem | undefined {
	if (item.hasOwnException) return undefined;
	const followed = item.follows === undefined ? undefined : known.find(item.follows);
	if (item.follows !== undefined && (!isReadSop(followed) || followed.exceptions.length > 0))
		return undefined;
	const name = nameOfItem(item, index);
	return {
		place: { path: [...item.path, 'on_exception'] },
		message:
			item.follows === undefined
				? `Nothing says what to do when ${name} cannot be done as written`
				: `Neither ${name} nor ${item.follows}, which it follows, says what to do when it cannot be done as written`,
	};
}

function unknownException(
	item: ItemSummary,
	named: string,
	checklist: DocumentSummary,
	procedures: readonly (string | undefined)[],
	known: DocumentsById,
): Problem | undefined {
	const ids = [...new Set(procedures)].filter((id) => id !== undefined);
	const sops = ids.flatMap((id) => known.find(id) ?? []).filter(isReadSop);
	const exceptions = [checklist, ...sops].flatMap((one) => one.exceptions);
	if (exceptions.includes(named) || sops.length < ids.length) return undefined;
	const near = nearest(named, exceptions);
	return {
		place: { path: [...item.path, 'on_exception'] },
		message: `${named} is no exception of this checklist${ids.map((id) => ` nor of ${id}`).join('')}`,
		...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
	};
}

type Problem = Omit<LibraryProblem, 'file'>;

function isReadSop(document: DocumentSummary | undefined): document is DocumentSummary {
	return document?.kind === 'sop' && document.known === 'whole';
}

function example(exception: string): string {
	return [
		'items:',
		'  - id: pay',
		'    do: Pay what is due this week.',
		'    by: clerk',
		'    done_when: No open invoice is past its due day.',
		exception,
		'exceptions:',
		'  - id: ledger-closed',
		'    when: The ledger is closed.',
		"    do: Work from the bank's list.",
		'    approved_by: controller',
		'    limit: 2 business days',
		'    resume: pay',
	]
		.filter((line) => line !== '')
		.join('\n');
}

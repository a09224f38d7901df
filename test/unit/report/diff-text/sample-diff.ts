import { diffDocuments } from '../../../../src/model/diff/diff-documents.ts';
import type { DocumentDiff } from '../../../../src/model/diff/document-diff.ts';
import { digestOf } from '../../../../src/model/digest.ts';
import type { Checklist, Sop } from '../../../../src/model/documents.generated.ts';

const before: Sop = {
	id: 'SOP-FIN-002',
	title: 'Bank reconciliation',
	version: '2.1',
	owner: 'controller',
	definitions: [{ term: 'GL', means: 'General ledger' }],
	procedure: [
		{ id: 'collect', do: 'Download the statement.', by: 'preparer', due: '2 business days' },
		{ id: 'match', do: 'Match every line.', by: 'preparer' },
	],
};
const after: Sop = {
	...before,
	version: '2.2',
	definitions: [{ term: 'GL', means: 'The general ledger' }],
	procedure: [
		{ id: 'collect', do: 'Download the statement.', by: 'preparer', due: '3 business days' },
		{ id: 'match', do: 'Match every line.', by: 'controller' },
	],
};

/** An SOP with a change of wording and two that are control-relevant. */
export const sopDiff = diffFrom(before, after);

/** A checklist whose tolerance changed. */
export const checklistDiff = diffFrom(closing(0.01), closing(1));

/** A document in which nothing changed. */
export const noDiff = diffFrom(before, before);

/** A diff in which every text is this one. */
export function hostileDiff(text: string): DocumentDiff {
	const content = (by: string): Sop => ({
		id: text,
		title: text,
		[`x-${text}`]: by,
		procedure: [{ id: text, do: text + by, by }],
		approval: { signatures: [{ role: by }], review: { events: [by] } },
	});
	const diff = diffFrom(content(text), content(`${text}2`));
	const side = { label: text, version: text, digest: text };
	return { ...diff, document: text, title: text, from: side, to: side };
}

function diffFrom(from: Sop | Checklist, to: Sop | Checklist): DocumentDiff {
	return {
		document: from.id ?? '',
		title: from.title ?? '',
		from: { label: 'main', version: String(from.version), digest: digestOf(from) },
		to: { label: 'working tree', version: String(to.version), digest: digestOf(to) },
		changes: diffDocuments(from, to),
	};
}

function closing(tolerance: number): Checklist {
	const values = [{ id: 'gl', unit: 'USD' }, { id: 'bank' }];
	const ties = [{ left: 'gl', right: 'bank', tolerance }];
	return {
		id: 'CHK-FIN-001',
		title: 'Month-end close',
		version: '1.2',
		items: [{ id: 'bank-rec', do: 'Reconcile.', by: 'preparer', values, ties }],
	};
}

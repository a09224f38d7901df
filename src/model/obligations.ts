import type { Checklist, Sop } from './documents.generated.ts';
import type { ReadDocument } from './read-document.ts';
import { type ItemPerformers, itemPerformers } from './training/checklist-steps.ts';
import { type DocumentTraining, documentTraining } from './training/document-training.ts';

/** What a document binds people to, as far as days follow from it. */
export interface Obligations {
	readonly kind: 'sop' | 'checklist';
	readonly title: string | undefined;
	readonly owner: string | undefined;
	/** The longest time between two reviews, as written. */
	readonly reviewEvery: string | undefined;
	readonly training: DocumentTraining;
	/** Of a checklist: when it is executed, as written; `due` where that is a length of time. */
	readonly schedule: { readonly rule: string; readonly due: string | undefined } | undefined;
	readonly items: readonly ItemPerformers[];
}

/** Takes the obligations of an SOP or checklist out of its text. */
export function obligationsOf({ kind, checked, problems }: ReadDocument): Obligations {
	// `checked` passed the schema of its kind, and any key of it may be absent.
	const document = (typeof checked === 'object' && checked !== null ? checked : {}) as Sop & Checklist;
	const { rule, due = document.run_due } = document.schedule ?? {};
	return {
		kind: kind === 'checklist' ? 'checklist' : 'sop',
		title: document.title,
		owner: document.owner,
		reviewEvery: document.approval?.review?.every,
		training: documentTraining(document, problems),
		schedule: rule === undefined ? undefined : { rule, due: typeof due === 'string' ? due : undefined },
		items: kind === 'checklist' ? itemPerformers(document) : [],
	};
}

import type { Draft } from '../../../src/scaffold/draft.ts';

/** A draft of which nothing but the title is answered. */
export const plainDraft: Draft = {
	id: 'SOP-FIN-001',
	title: 'Pay an invoice',
	function: 'finance',
	owner: { id: 'process-owner', proposed: true },
	performer: { id: 'performer', proposed: true },
	approver: { id: 'process-owner', proposed: true },
	author: undefined,
	date: '2026-11-22',
	schema: undefined,
	retention: '7 years',
	review: '1 year',
	executes: undefined,
	purpose: undefined,
	reason: undefined,
	outcomes: [],
	exceptions: [],
};

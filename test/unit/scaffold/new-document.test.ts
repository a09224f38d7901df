import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../src/scaffold/new-document.ts';
import { lintTexts } from '../../support/lint-texts.ts';
import { plainDraft } from './drafts.ts';

const file = { sop: 'new.sop.yaml', checklist: 'new.checklist.yaml' };
const answered = {
	...plainDraft,
	owner: { id: 'controller', proposed: false },
	approver: { id: 'controller', proposed: false },
	author: 'jane.doe',
	purpose: 'Pay each supplier once: the right amount, on time.',
	reason: 'Invoices were paid twice',
	outcomes: [
		{ if: 'The amount differs from the order', do: 'Ask the buyer which of the two is right.' },
		{ if: 'There is no order', do: 'Ask the requester to order it first.' },
	],
	exceptions: [
		{
			when: 'The supplier is new',
			do: 'Call them back.',
			allowed_by: 'Finance director',
			until: '2 weeks',
		},
		{ when: 'The bank is closed', do: 'Pay on the next day.' },
	],
};

/** Findings other than those about placeholders, as texts to read. */
async function otherFindings(kind: 'sop' | 'checklist', text: string) {
	const report = await lintTexts({ [file[kind]]: text });
	const others = report.findings.filter(({ rule }) => rule !== 'document/placeholder');
	return {
		others: others.map(({ rule, message }) => `${rule}: ${message}`),
		placeholders: report.findings.length - others.length,
	};
}

describe('a fresh document', () => {
	it.each([
		['an SOP', plainDraft, 'sop', false],
		['a small SOP', plainDraft, 'sop', true],
		['an SOP with answers', answered, 'sop', false],
		['a small SOP with answers', answered, 'sop', true],
	] as const)('%s lints with placeholders and nothing else', async (_, draft, kind, small) => {
		const { others, placeholders } = await otherFindings(kind, newDocument(draft, kind, small));
		expect(others).toEqual([]);
		expect(placeholders).toBeGreaterThan(5);
	});
});

import { describe, expect, it } from 'vitest';
import { newDocument } from '../../../src/scaffold/new-document.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
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
	const others = report.findings.filter(
		// The place of an id waits for one, which the rules about ids say too.
		({ rule, message }) => rule !== 'document/placeholder' && !message.includes('<id of the'),
	);
	return {
		others: others.map(({ rule, message }) => `${rule}: ${message}`),
		placeholders: report.findings.length - others.length,
	};
}

describe('a fresh document', () => {
	it.each([
		['an SOP', plainDraft, 'sop', false],
		['a small SOP', plainDraft, 'sop', true],
		['a checklist', { ...plainDraft, id: 'CHK-FIN-001' }, 'checklist', false],
		['a checklist with answers', { ...answered, id: 'CHK-FIN-001' }, 'checklist', false],
		['an SOP with answers', answered, 'sop', false],
		['a small SOP with answers', answered, 'sop', true],
	] as const)('%s lints with placeholders and nothing else', async (_, draft, kind, small) => {
		const { others, placeholders } = await otherFindings(kind, newDocument(draft, kind, small));
		expect(others).toEqual([]);
		expect(placeholders).toBeGreaterThan(5);
	});

	it('has fifty lines beside remarks where it is small, and none that could go', async () => {
		const all = newDocument(plainDraft, 'sop', true).split('\n');
		const lines = all.filter((line) => !/^\s*(?:#|$)/.test(line));
		expect(lines.length).toBeLessThanOrEqual(51);
		for (const [index, line] of lines.entries()) {
			// The config may say for all documents when they are looked at again; the first reader shall see it.
			if (line.startsWith('  review:')) continue;
			const { others } = await otherFindings('sop', `${lines.toSpliced(index, 1).join('\n')}\n`);
			expect(others, line).not.toEqual([]);
		}
	});

	it('keeps every answer as a real branch, exception and change-log row', () => {
		const value = readYaml(newDocument(answered, 'sop', false)).value;
		expect(value).toMatchObject({
			owner: 'controller',
			purpose: { why: 'Pay each supplier once: the right amount, on time.' },
			decisions: [
				{
					after: 'prepare',
					branches: [
						{
							if: 'The amount differs from the order',
							goto: 'ask-the-buyer-which-of-the-two-is-right',
						},
						{ if: 'There is no order', goto: 'ask-the-requester-to-order-it-first' },
						{ otherwise: 'It goes as planned', goto: 'finish' },
					],
				},
			],
			exceptions: [
				{
					id: 'the-supplier-is-new',
					when: 'The supplier is new',
					do: 'Call them back.',
					approved_by: 'finance-director',
					limit: '2 weeks',
					resume: 'prepare',
				},
				{ id: 'the-bank-is-closed', approved_by: 'controller', limit: 'once' },
			],
			change_log: [{ version: '1.0', author: 'jane.doe', why: 'Invoices were paid twice' }],
		});
		const roles = (value as { roles: { id: string }[] }).roles.map(({ id }) => id);
		expect(roles).toEqual(['performer', 'controller', 'finance-director']);
	});

	it('holds hostile texts as they were typed', () => {
		const text = `'; rm -rf / # $(reboot) "quoted": {a: [1, 2]}\n- --- & * ! % @ \`漢字 <b>`;
		const draft = {
			...plainDraft,
			title: text,
			author: text,
			purpose: text,
			reason: text,
			outcomes: [{ if: text, do: text }],
			exceptions: [{ when: text, do: text, allowed_by: 'controller', until: 'once' }],
		};
		const { value, problems } = readYaml(newDocument(draft, 'sop', false));
		expect(problems).toEqual([]);
		expect(value).toMatchObject({
			title: text,
			purpose: { why: text },
			decisions: [{ branches: [{ if: text }, {}] }],
			exceptions: [{ when: text, do: text }],
			change_log: [{ author: text, why: text }],
		});
	});
});

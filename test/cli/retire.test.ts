import { describe, expect, it } from 'vitest';
import { smallFile, smallId, smallOffice, smallText } from '../support/small-office.ts';

const inForce = { config: 'approvals: none\n' };
const because = ['--reason', 'The bank does it'];
const other = 'SOP-FIN-002';
const needing = (how: 'by a step' | 'in section 13') => {
	const text = smallText({ id: other }).replace('title: Pay an invoice', 'title: Pay many');
	return how === 'by a step'
		? text.replace('    by: controller\n    gives', `    by: controller\n    follows: ${smallId}\n    gives`)
		: text.replace('  not_applicable: It stands alone.\n', `  - id: ${smallId}\n    how: It is paid there.\n`);
};

describe('sop retire', () => {
	it('without --commit writes and moves, and gives one line that commits both', () => {
		const office = smallOffice(inForce);
		const { stdout, stderr } = office.sop('retire', smallId, ...because);
		const record = stdout.trim();
		expect(record).toMatch(/^records\/withdrawals\/SOP-FIN-001\/2026-01-10T120000Z-ann-document-[0-9a-f]{12}\.yaml$/);
		expect(stderr).toContain(`Moving ${smallFile} to archive/${smallFile}\n`);
		const paths = `${record} ${smallFile} archive/${smallFile}`;
		expect(stderr).toContain(`git add -- ${paths} && git commit -m 'Retire SOP-FIN-001' -- ${paths}\n`);
		expect(office.list(smallId)?.status).toBe('effective');
	});

	it('does so for a document whose file is gone: its id is accounted for', () => {
		const office = smallOffice(inForce);
		office.git('rm', '--quiet', smallFile);
		office.save('Delete it');
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'missing' });
		office.does('retire', smallId, ...because, '--commit');
		expect(office.list(smallId)).toMatchObject({ inForce: null, status: 'retired' });
	});

	it('does so for a draft that nobody approved', () => {
		const office = smallOffice();
		office.does('retire', smallId, ...because, '--commit');
		expect(office.list(smallId)).toMatchObject({ inForce: null, status: 'retired' });
		expect(office.lint()).toEqual([]);
	});

	it('takes the role from the last version that was approved, not from a draft beside it', () => {
		const office = smallOffice();
		office.does('approve', smallId, '--commit');
		office.does('withdraw', smallId, '--reason', 'Unsafe', '--commit');
		const draft = smallText({ version: '1.1' }).replace('role: controller\n      meaning', 'role: quality\n      meaning');
		office.as('eve').write({ [smallFile]: draft }).save('Draft the next');
		expect(office.as('bob').refuses('retire', smallId, ...because)).toContain('bob does not hold the role controller');
		office.as('ann').does('retire', smallId, ...because, '--commit');
		expect(office.list(smallId)).toMatchObject({ inForce: null, status: 'retired' });
	});

	it('is not held up by a document that only mentions it', () => {
		const office = smallOffice(inForce);
		office.write({ 'sops/b.sop.yaml': needing('in section 13') }).as('eve').save('Write another');
		expect(office.as('ann').sop('retire', smallId, ...because, '--commit', '--quiet').stderr).toBe(
			`${other} names ${smallId}: once it is retired, sop lint calls that an error. Give it a version that names what takes its place, or nothing.\n`,
		);
		expect(office.list(smallId)?.status).toBe('retired');
		expect(office.lint()).toEqual(['references/retired-document sops/b.sop.yaml']);
	});

	it('leaves nothing to review, and so does the withdrawal of all that was in force', () => {
		for (const [ends, words] of [
			['withdraw', ['--reason', 'Unsafe']],
			['retire', because],
		] as const) {
			const office = smallOffice(inForce);
			expect(office.nextReview(smallId)).toBe('2027-01-10');
			office.as('ann', '2026-01-11').does(ends, smallId, ...words, '--commit');
			expect(office.nextReview(smallId), ends).toBeUndefined();
			expect(office.sop('review', '--agenda', 'quarterly').stdout, ends).not.toContain('2027');
			expect(office.sop('review', smallId, '--agenda').stdout, ends).not.toContain('2027');
			expect(office.sop('due', '--within', '2 years').stdout, ends).not.toContain('2027-01-10');
		}
	});

	it('is held up by one in force that needs it, and not by its draft', () => {
		const office = smallOffice(inForce);
		office.write({ 'sops/b.sop.yaml': needing('by a step') }).as('eve').save('Write another');
		expect(office.as('ann').refuses('retire', smallId, ...because)).toBe(
			`1: sop: ${other} is in force and needs ${smallId}\nGive it a version that does without it first.\n`,
		);
		const drafts = smallOffice();
		drafts.does('approve', smallId, '--commit');
		drafts.write({ 'sops/b.sop.yaml': needing('by a step') }).as('eve').save('Draft another');
		drafts.as('ann').does('retire', smallId, ...because, '--commit');
		expect(drafts.list(smallId)?.status).toBe('retired');
	});

	it.each<readonly [string, readonly string[], string]>([
		['no reason', [smallId], '2: sop: --reason is missing: Why is it retired?\n'],
		['an unknown id', ['SOP-FIN-009', ...because], '2: sop: No commit holds a document "SOP-FIN-009"\nDid you mean SOP-FIN-001?\n'],
		['itself as successor', [smallId, ...because, '--successor', smallId], '2: sop: SOP-FIN-001 cannot succeed itself\n'],
		['an unknown successor', [smallId, ...because, '--successor', 'SOP-FIN-008'], '2: sop: There is no document "SOP-FIN-008" on the mainline\nsop list shows all documents.\n'],
		['somebody without a role', [smallId, ...because, '--person', 'bob'], "1: sop: A retirement of SOP-FIN-001 is not bob's to give"],
		['another day', [smallId, ...because, '--on', '2026-01-01'], '2: sop: sop retire writes, and writes as of now: it takes no --on\n'],
	])('refuses %s', (_, words, said) => {
		const office = smallOffice(inForce);
		expect(office.refuses('retire', ...words).slice(0, said.length)).toBe(said);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('refuses a successor that is not in force', () => {
		const office = smallOffice();
		office.does('approve', smallId, '--commit');
		office.write({ 'sops/b.sop.yaml': needing('in section 13') }).as('eve').save('Draft another');
		expect(office.as('ann').refuses('retire', smallId, ...because, '--successor', other)).toBe(
			`1: sop: ${other}, which is to take the place of ${smallId}, is not in force\nHave it approved first, so that no day is without a procedure.\n`,
		);
	});

	it('refuses where its place in the archive is taken or leads away, and writes nothing', () => {
		const office = smallOffice(inForce);
		office.write({ [`archive/${smallFile}`]: 'something\n' });
		expect(office.refuses('retire', smallId, ...because)).toContain(`archive/${smallFile} exists already; nothing was written\n`);
		expect(office.git('status', '--porcelain', '--untracked-files=all')).toBe(`?? archive/${smallFile}`);
	});

	it('refuses a file with changes that no commit holds', () => {
		const office = smallOffice(inForce);
		office.edit(smallFile, 'Enter the invoice', 'Type the invoice');
		expect(office.refuses('retire', smallId, ...because)).toMatch(/^2: sop: sops\/a\.sop\.yaml holds changes that are not committed/);
	});
});

import { describe, expect, it } from 'vitest';
import { smallId, smallOffice } from '../support/small-office.ts';

const inForce = { config: 'approvals: none\n' };
const down = ['except', smallId, '--reason', 'The portal is down'];
const short = [...down, '--until', '2026-01-12'];
const limited = (text: string) => text.replace('    limit: once\n', '    limit: 2 weeks\n');
const second = (text: string) =>
	text.replace('exceptions:\n', 'exceptions:\n  - id: no-number\n    when: The invoice has no number.\n    do: Ask for one.\n    approved_by: controller\n    limit: once\n    resume: release\n');

describe('sop except', () => {
	it('records all that it is told, of the version in force', () => {
		const office = smallOffice(inForce);
		const more = ['--exception', 'over-limit', '--from', '2026-01-11', '--cause', 'Update', '--impact', 'Two invoices'];
		const action = ['--action', 'Agree a second way', '--action-owner', 'it', '--action-due', '2026-02-01', '--action-done', '2026-01-10'];
		const { stdout, stderr } = office.sop(...short, ...more, ...action, '--commit');
		expect(stdout).toBe('records/exceptions/SOP-FIN-001/2026-01-10T120000Z-ann-over-limit.yaml\n');
		const lines = office.read(stdout.trim()).replaceAll('"', '').split('\n');
		for (const line of [
			'exception: over-limit',
			'reason: The portal is down',
			'cause: Update',
			'impact: Two invoices',
			'from: 2026-01-11',
			'until: 2026-01-12',
			'corrective_action:',
			'  do: Agree a second way',
			'  owner: it',
			'  due: 2026-02-01',
			'  done: 2026-01-10',
		])
			expect(lines).toContain(line);
		expect(stderr).not.toContain('no corrective action');
		expect(office.as('ann', '2026-01-11').does(...down, '--until', '2026-01-13', '--replaces', stdout.trim())).toContain('It names no corrective action');
	});

	it('goes as far as section 11 allows', () => {
		const office = smallOffice({ ...inForce, change: limited });
		expect(office.refuses(...down, '--until', '2026-01-25')).toBe(
			'1: sop: --until 2026-01-25 is longer than section 11 allows (2 weeks, to 2026-01-24)\n' +
				'End it sooner, or have the limit changed by a new version.\n',
		);
		office.does(...down, '--until', '2026-01-24');
	});

	it('knows who may allow it by the roles that section 4 names', () => {
		const named = (text: string) =>
			text
				.replace('roles:\n', 'roles:\n  - id: head\n    role: controller\n    duty: Allows exceptions\n')
				.replace('    approved_by: controller\n', '    approved_by: head\n');
		const office = smallOffice({ ...inForce, change: named });
		expect(office.does(...short, '--commit')).toContain('role: controller');
		expect(office.refuses(...short, '--person', 'bob')).toContain('bob does not hold the role controller');
	});

	it('asks which of several, and knows none where section 11 is set aside', () => {
		const several = smallOffice({ ...inForce, change: second });
		expect(several.refuses(...short)).toBe(
			'2: sop: SOP-FIN-001 knows 2 exceptions\nSay which: --exception no-number, --exception over-limit.\n',
		);
		expect(several.refuses(...short, '--exception', 'over-limits')).toBe(
			'2: sop: Section 11 of SOP-FIN-001 knows no exception "over-limits"\nDid you mean over-limit?\n',
		);
	});

	it.each<readonly [string, readonly string[], string]>([
		['no reason', ['except', smallId, '--until', '2026-01-12'], '2: sop: --reason is missing: Why is the exception needed?\n'],
		['no end', down, '2: sop: --until is missing: an exception without an end is a change of the procedure\nGive the last day: --until 2026-01-10. Section 11 allows once.\n'],
		['an end before its beginning', [...down, '--until', '2026-01-09'], '2: sop: --until 2026-01-09 lies before the first day, 2026-01-10\n'],
		['a beginning that is past', [...short, '--from', '2026-01-09'], '2: sop: --from 2026-01-09 is past: it holds from when it is known, and never reaches back\n'],
		['an end that there is not', [...down, '--until', '2026-02-30'], '2: sop: --until '],
		['half an action', [...short, '--action-due', '2026-02-01'], '2: sop: --action is missing: the others say who does it and by when\n'],
		['what it replaces outside of the library', [...short, '--replaces', '../../x.yaml'], '2: sop: ../../x.yaml is no exception record that the mainline shows\nGive its path in the library, such as records/exceptions/SOP-FIN-001/….yaml\n'],
		['somebody who may not', [...short, '--person', 'bob'], "1: sop: An exception over-limit of SOP-FIN-001 is not bob's to give: bob does not hold the role controller\n"],
		['another day', [...short, '--as-of', '2026-01-01'], '2: sop: sop except writes, and writes as of now: it takes no --as-of\n'],
	])('refuses %s', (_, words, said) => {
		const office = smallOffice(inForce);
		expect(office.refuses(...words).slice(0, said.length)).toBe(said);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('refuses where nothing is in force', () => {
		expect(smallOffice().refuses(...short)).toMatch(/^1: sop: No version of SOP-FIN-001 is in force, so there is nothing to except from\n/);
	});
});

import { describe, expect, it } from 'vitest';
import { smallFile, smallId, smallOffice, smallText } from '../support/small-office.ts';

const other = 'SOP-HR-002';

/** Two procedures with exceptions, suggestions and a finding, on 2026-02-10. */
function busyOffice() {
	const office = smallOffice({ config: 'approvals: none\n' });
	office.as('eve').write({
		'sops/b.sop.yaml': smallText({ id: other })
			.replace('title: Pay an invoice', 'title: "Post *it* @all"')
			.replace('function: finance', 'function: hr')
			.replace('classification: internal', 'classification: confidential')
			.replace('done_when: The bank confirms the transfer.', 'done_when: It is done as appropriate.'),
	}).save('Another');
	const except = (day: string, id: string, ...more: readonly string[]) =>
		office.as('ann', day).does('except', id, '--reason', `Since ${day}`, ...more, '--commit');
	except('2026-01-12', smallId, '--until', '2026-01-20', '--action', 'Ask the bank', '--action-owner', 'it');
	except('2026-01-13', smallId, '--until', '2026-01-31', '--action', 'Done by then', '--action-done', '2026-01-13');
	office.as('bob', '2026-01-15').does('feedback', smallId, 'Old one', '--step', 'enter', '--commit');
	except('2026-02-05', smallId, '--until', '2026-02-12', '--action', 'Second channel', '--action-due', '2026-03-01');
	except('2026-02-06', other, '--until', '2026-04-01');
	office.as('bob', '2026-02-08').does('feedback', other, 'New one', '--commit');
	return office.as('ann', '2026-02-10');
}

describe('sop review --agenda weekly', () => {
	it('lists the exceptions of the week, what follows from them, and what was suggested', () => {
		const office = busyOffice();
		const { code, stdout, stderr } = office.sop('review', '--agenda', 'weekly');
		expect(code).toBe(0);
		expect(stdout).toBe(`Exceptions of the week, 2026-02-10
  Allowed since 2026-02-04
    SOP-FIN-001 over-limit from 2026-02-05 until 2026-02-12, allowed by ann: Since 2026-02-05
    SOP-HR-002 over-limit from 2026-02-06 until 2026-04-01, allowed by ann: Since 2026-02-06
  Over by 2026-02-17
    SOP-FIN-001 over-limit from 2026-02-05 until 2026-02-12, allowed by ann: Since 2026-02-05
  Corrective actions that are late, or due by 2026-02-17
    SOP-FIN-001 over-limit: Ask the bank, by it, late since 2026-01-20
  Without a corrective action
    SOP-HR-002 over-limit from 2026-02-06 until 2026-04-01, allowed by ann: Since 2026-02-06
  Suggested since 2026-02-04
    SOP-HR-002 bob: New one (open)
  Steps done outside the rule
    not evaluated: no runs recorded
`);
		expect(stderr).toMatch(/^Put together on 2026-02-10, as known at [0-9a-f]{7} \(2026-02-08\)\.\n/);
		expect(office.sop('review', '--agenda', 'weekly', '--function', 'finance').stdout).not.toContain(other);
		expect(office.sop('review', smallId.toLowerCase(), '--agenda', 'weekly').stdout).not.toContain(other);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('is Markdown without markup of its own, and JSON', () => {
		const office = busyOffice();
		const markdown = office.sop('review', '--agenda', 'weekly', '--format', 'markdown').stdout;
		expect(markdown).toContain('# Exceptions of the week, 2026-02-10\n\n**Allowed since 2026-02-04**\n\n- SOP-FIN-001 over-limit');
		expect(JSON.parse(office.sop('review', '--agenda', 'weekly', '--format', 'json').stdout)).toMatchObject({
			format: 1,
			agenda: 'weekly',
			asOf: '2026-02-10',
			parts: [{ document: null, topics: [{ topic: 'Allowed since 2026-02-04' }, {}, {}, {}, {}, { items: [], notEvaluated: 'no runs recorded' }] }],
			withheld: [],
		});
	});
});

describe('sop review --agenda quarterly', () => {
	it('lists for each document its next review, feedback, exceptions since the last review and findings', () => {
		const office = busyOffice();
		office.as('bob').edit('registers/people.yaml', 'role: quality', 'role: controller').save('Change who');
		office.as('bob', '2026-02-11').does('review', smallId, '--verdict', 'keep', '--reason', 'Fine', '--commit');
		const { code, stdout } = office.sop('review', '--agenda', 'quarterly');
		expect(code).toBe(0);
		expect(stdout).toContain(`
SOP-FIN-001 Pay an invoice (controller)
  Next review
    2027-02-11: 1 year after bob reviewed it on 2026-02-11 (keep)
  Open feedback
    bob on enter: Old one (open)
  Exceptions since the last review
    none
`);
		expect(stdout).toContain(`
SOP-HR-002 Post *it* @all (controller)
  Next review
    2027-01-10: 1 year after the document first came into force on 2026-01-10; no review is recorded
  Open feedback
    bob: New one (open)
  Exceptions since the last review
    SOP-HR-002 over-limit from 2026-02-06`);
		expect(stdout).toContain('warning procedure/vague-wording: ');
		expect(stdout).toContain('  Metrics\n    not evaluated: no runs recorded\n');
		const markdown = office.sop('review', '--agenda', 'quarterly', '--format', 'markdown').stdout;
		expect(markdown).toContain('\n## SOP-HR-002 Post &#42;&#8203;it&#42; &#64;&#8203;all (controller)\n');
		const limited = office.sop('review', '--agenda', 'quarterly', '--format', 'json', '--max-classification', 'internal');
		expect(limited.stdout + limited.stderr).not.toMatch(/Post|New one/);
		expect(JSON.parse(limited.stdout)).toMatchObject({ withheld: [{ id: other, withheld: 'classification' }] });
		office.does('retire', other, '--reason', 'Not done any more', '--as', 'controller', '--commit');
		expect(office.sop('review', '--agenda', 'quarterly').stdout).not.toContain('SOP-HR-002');
	});
});

describe('an agenda of another day', () => {
	it('has what was known on it, and says nothing of the files of today', () => {
		const office = busyOffice();
		const weekly = office.sop('review', '--agenda', 'weekly', '--as-of', '2026-01-11');
		expect(weekly).toMatchObject({ code: 0, stdout: expect.stringContaining('of the week, 2026-01-11\n') });
		expect(weekly.stdout).not.toContain('over-limit');
		expect(office.sop('review', '--agenda', 'weekly').stdout).toContain('over-limit');
		const quarterly = office.sop('review', '--agenda', 'quarterly', '--as-of', '2026-01-11').stdout;
		expect(quarterly).toContain('  Findings in the files here\n    not evaluated: the files here are those of today\n');
		expect(quarterly).not.toContain('vague-wording');
		const one = office.sop('review', smallId, '--agenda', '--as-of', '2026-01-11');
		expect(one.stdout).not.toContain('Old one');
		const recorded = office.sop('review', smallId, '--verdict', 'keep', '--as-of', '2026-01-11');
		expect(recorded).toMatchObject({
			code: 2,
			stderr:
				'sop: sop review writes, and writes as of now: it takes no --as-of\nLeave --as-of out, or put --agenda beside it, which only reads.\n',
		});
	});
});

describe('sop review --agenda of one document', () => {
	it('shows what is open, also from before the last review, and what became of the rest', () => {
		const office = busyOffice();
		expect(office.sop('review', '--agenda', smallId).stdout).toContain('\nFeedback\n  bob on enter: Old one (open)\n');
		office.does('feedback', 'answer', smallId, '--reason', 'It is the check', '--commit');
		expect(office.sop('review', smallId, '--agenda').stdout).toContain(
			'\nFeedback\n  bob on enter: Old one (declined: by ann on 2026-02-10: It is the check)\n',
		);
	});

	it.each<readonly [string, readonly string[], string]>([
		['neither an id nor which agenda', ['review', '--agenda'], '2: sop: sop review needs the id of a document\nName it, or say which agenda of all documents'],
		['an agenda of all that there is not', ['review', '--agenda', 'monthly'], '2: sop: There is no agenda "monthly"\n'],
		['an agenda that there is not', ['review', smallId, '--agenda', 'yearly'], '2: sop: There is no agenda "yearly"\n'],
		['a format of one document', ['review', smallId, '--agenda', '--format', 'json'], '2: sop: The agenda of one document is a text'],
		['a format of a record', ['review', smallId, '--verdict', 'keep', '--format', 'json'], '2: sop: --format is for --agenda; a review is recorded\n'],
		['no id', ['review', '--verdict', 'keep'], '2: sop: sop review needs the id of a document\n'],
		['an unknown document', ['review', 'SOP-FIN-01', '--agenda', 'weekly'], `Did you mean ${smallId}?`],
	])('refuses %s', (_, words, expected) => {
		const office = smallOffice({ config: 'approvals: none\n' });
		expect(office.refuses(...words)).toContain(expected);
		expect(office.read(smallFile)).toContain(smallId);
	});
});

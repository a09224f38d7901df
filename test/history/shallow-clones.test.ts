import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { ListEntry, ShowAnswer } from '../support/history-repository.ts';
import type { Office } from '../support/office.ts';
import { runBuilt } from '../support/run-built.ts';
import { smallId, smallOffice, smallText } from '../support/small-office.ts';

const [reviewed, retired, open, lapsed] = ['SOP-FIN-002', 'SOP-FIN-003', 'SOP-FIN-004', 'SOP-FIN-005'];
const today = '2026-06-01';
const signs = ['--sign', '--commit'];
const why = ['--why', 'Asked for', '--commit'];

/** A text that the controller approves and quality reviews, and that has to be looked at each half year. */
function textOf(id: string): string {
	return smallText({ id, version: '1.0' })
		.replace(
			/ {4}- role: controller\n {6}meaning: approval\n/,
			(line) => `${line}    - role: quality\n      meaning: review\n`,
		)
		.replace('every: 1 year', 'every: 3 months');
}

/** Half a year of a library, in which nothing is wrong that people have to mend but what its last draft leaves out. */
function story(approvals: 'required' | 'none'): Office {
	const isSigned = approvals === 'required';
	const office = smallOffice({
		config: `approvals: ${approvals}\n`,
		people: { ann: ['controller'], bob: ['quality'], eve: [], cid: ['clerk'] },
		atEnd: afterAll,
	});
	const approve = (day: string, id: string, ...more: readonly string[]) => {
		if (isSigned) office.as('ann', day).does('approve', id, ...signs, ...more);
	};
	const approveBoth = (day: string, id: string) => {
		approve(day, id);
		if (isSigned) office.as('bob').does('approve', id, ...signs);
	};
	approve('2026-01-20', smallId);
	office
		.as('eve', '2026-01-21')
		.write({ 'sops/b.sop.yaml': textOf(reviewed) })
		.save('Write b');
	approveBoth('2026-01-22', reviewed);
	office
		.as('eve', '2026-01-23')
		.write({ 'sops/c.sop.yaml': smallText({ id: retired }) })
		.save('Write c');
	approve('2026-01-24', retired);
	const portal = ['except', smallId, '--reason', 'The portal is down', '--until', '2026-02-10'];
	const action = ['--action', 'A second way', '--action-done', '2026-01-25'];
	office.as('ann', '2026-01-25').does(...portal, ...action, '--commit');
	const ofRetired = ['except', retired, '--reason', 'No form', '--until', '2026-02-10', '--commit'];
	office.as('ann', '2026-01-26').does(...ofRetired);
	office.as('cid', '2026-01-27').does('train', 'record', smallId, '--person', 'cid', ...signs);
	office.as('bob', '2026-01-28').does('feedback', smallId, 'The form has no field', '--commit');
	office.as('adm', '2026-02-02').write({ 'README.md': 'Our procedures\n' }).save('A note');
	// A revision on a branch, with all that follows from it.
	office.as('eve', '2026-02-10').git('switch', '--quiet', '-c', 'shorter');
	office.does('revise', smallId, '--what', 'Shorter', ...why);
	approve('2026-02-12', smallId);
	office.as('adm', '2026-02-13').merge('shorter');
	if (isSigned)
		office.as('ann', '2026-02-14').does('retire', retired, '--reason', 'Not done any more', ...signs);
	const kept = ['--verdict', 'keep', '--reason', 'Nothing has changed'];
	office.as('bob', '2026-04-10').does('review', reviewed, ...kept, ...signs);
	office.as('bob', '2026-04-10').does('feedback', reviewed, 'Say who checks', '--commit');
	office.as('eve', '2026-04-11').does('revise', reviewed, '--what', 'Clearer', ...why);
	if (isSigned) {
		approveBoth('2026-04-12', reviewed);
		office.as('ann', '2026-04-13').does('withdraw', `${reviewed}@1.1`, '--reason', 'Unsafe', ...signs);
	}
	office
		.as('eve', '2026-04-14')
		.write({ 'sops/e.sop.yaml': smallText({ id: lapsed }) })
		.save('Write e');
	approve('2026-04-15', lapsed);
	if (isSigned) {
		const record = office.git('ls-files', `records/approvals/${lapsed}`);
		office.does('withdraw', lapsed, '--record', record, '--reason', 'Wrong text', ...signs);
	}
	// A draft with what a draft may have wrong.
	const wrong = isSigned ? '  - id: SOP-FIN-888\n    how: feeds' : '  not_applicable: It stands alone';
	const draft = smallText({ id: open }).replace('  not_applicable: It stands alone.', wrong);
	office.as('eve', '2026-05-20').write({ 'sops/d.sop.yaml': draft }).save('Write d');
	office.as('adm', '2026-05-22').write({ 'README.md': 'Our procedures and lists\n' }).save('Another note');
	return office.as('ann', today);
}

interface Lint {
	readonly findings: readonly { rule: string; severity: string; file: string; message: string }[];
	readonly notEvaluated: readonly { rule: string; reason: string }[];
}

/** What a checkout answers. */
function checkout(office: Office, folder: string) {
	const sop = (...words: readonly string[]) =>
		runBuilt({ words, folder, environment: office.environment(), now: `${today}T12:00:00Z` });
	const json = <Answer>(...words: readonly string[]): Answer => {
		const { stdout, stderr } = sop(...words, '--format', 'json');
		if (stdout === '') throw new Error(stderr);
		return JSON.parse(stdout);
	};
	return {
		sop,
		/** Its exit code, errors and warnings, each as a line, and what is not evaluated. */
		lint: (...words: readonly string[]) => {
			const { code, stdout } = sop('lint', '--format', 'json', ...words);
			const { findings, notEvaluated }: Lint = JSON.parse(stdout);
			const found = findings.map((one) => `${one.severity} ${one.rule} ${one.file}: ${one.message}`);
			return { code, found, notEvaluated };
		},
		list: () => json<{ documents: (ListEntry & { nextReview: string | null })[] }>('list').documents,
		show: (id: string) => json<ShowAnswer>('show', id),
	};
}

/** A clone with so many commits of each branch. */
function cloneOf(office: Office, depth: number, ...flags: readonly string[]) {
	const folder = join(office.folder, '..', `depth-${depth}${flags.join('')}`);
	office.git('clone', '--quiet', `--depth=${depth}`, ...flags, `file://${office.folder}`, folder);
	return checkout(office, folder);
}

/** How many commits each clone is given: the last has all but the first one. */
function depthsOf(office: Office): readonly number[] {
	const longest = Number(office.git('rev-list', '--count', '--first-parent', 'HEAD')) - 1;
	return Array.from({ length: longest }, (_, index) => index + 1);
}

/** Compares what a clone says with what all of history says: it may know less, and nothing else. */
function expectNothingElse(clone: ReturnType<typeof checkout>, whole: ReturnType<typeof checkout>) {
	const [here, full] = [clone.lint(), whole.lint()];
	expect(here.found.filter((one) => !full.found.includes(one))).toEqual([]);
	expect(here.notEvaluated).toContainEqual({ rule: 'document/version-reused', reason: 'shallow clone' });
	expect(here.code).toBe(0);
	const known = whole.list();
	for (const { id, standing, inForce, nextReview } of clone.list()) {
		const then = known.find((one) => one.id === id);
		expect([then?.standing.status, 'not evaluated']).toContain(standing.status);
		if (inForce !== null) expect(inForce.version).toBe(then?.inForce?.version);
		expect([then?.nextReview, null]).toContain(nextReview);
	}
}

describe('a good library whose texts people approve, in a shallow clone', () => {
	const office = story('required');
	const whole = checkout(office, office.folder);

	it('is good', () => {
		expect(whole.lint()).toMatchObject({
			code: 0,
			found: [expect.stringContaining('warning references/unknown-document')],
		});
		expect(whole.list().map(({ id, standing }) => `${id} ${standing.status}`)).toEqual([
			`${smallId} effective`,
			`${reviewed} withdrawn`,
			`${retired} retired`,
			`${open} draft`,
			`${lapsed} draft`,
		]);
	});

	it.each(depthsOf(office))('is judged by nothing that is not there, at depth %i', (depth) => {
		expectNothingElse(cloneOf(office, depth), whole);
	});
});

describe('what is said in a shallow clone whose texts people approve', () => {
	const office = story('required');
	const clone = cloneOf(office, 3);
	const ids = /\b[0-9a-f]{7,}\b/g;

	it('lint says once what it could not tell, and asks nobody to mend anything', () => {
		const { code, stdout } = clone.sop('lint');
		expect(code).toBe(0);
		expect(stdout).toMatchInlineSnapshot(`
			"SOP-FIN-004 Pay an invoice  sops/d.sop.yaml

			  114:9  warning  No document of the library has the id SOP-FIN-888, which section 13 refers to
			                                                                         references/unknown-document
			     112 │
			     113 │ references:
			   ▸ 114 │   - id: SOP-FIN-888
			         │         ~~~~~~~~~~~
			     why  Who follows the procedure is sent to a document that is not there, and nobody can say
			          which one was meant.
			     do   Write the id of an existing document; sop list shows them all.

			  8 Decisions ✓   11 Exceptions ✓   14 Change log ✓   8 of 12 other sections complete   3 set aside

			Not evaluated
			  approval/context-moved and 33 more  shallow clone

			5 documents: 1 warning, 34 checks not evaluated (shallow clone)
			"
		`);
	});

	it('list says it once below the table', () => {
		const { stdout, stderr } = clone.sop('list');
		expect(`${stdout}${stderr}`.replace(ids, '…')).toMatchInlineSnapshot(`
			"Id           Title           Function  In force       Stands  Status         Owner       Feedback
			SOP-FIN-001  Pay an invoice  finance   not evaluated  1.1     not evaluated  controller  1
			SOP-FIN-002  Pay an invoice  finance   not evaluated  1.1     not evaluated  controller  1
			SOP-FIN-003  Pay an invoice  finance   not evaluated  1.0     not evaluated  controller  0
			SOP-FIN-004  Pay an invoice  finance   not evaluated  1.0     not evaluated  controller  0
			SOP-FIN-005  Pay an invoice  finance   not evaluated  1.0     not evaluated  controller  0
			Of 5 documents what is in force is not evaluated: shallow clone: who could sign, and what was withdrawn, before its first commit cannot be seen.
			In force on 2026-06-01, as known at … (2026-05-22) of origin/main.
			Not all of the past is here: shallow clone.
			"
		`);
	});

	it('sop alone sends nobody to sign', () => {
		expect(clone.sop().stdout.replaceAll(office.folder.replace(/library$/, ''), '')).toMatchInlineSnapshot(`
			"library    depth-3: 5 SOPs, 0 checklists
			           next: sop list
			checks     5 documents: 1 warning, 34 checks not evaluated (shallow clone)
			           next: sop lint
			unsaved    nothing: every file is committed
			in force   not evaluated: shallow clone: who could sign, and what was withdrawn, before its first
			           commit cannot be seen
			           next: sop list
			due        not evaluated: shallow clone: who could sign, and what was withdrawn, before its first
			           commit cannot be seen
			approvals  not evaluated: shallow clone: who could sign, and what was withdrawn, before its first
			           commit cannot be seen
			"
		`);
	});

	it('show --why says of nobody what they did', () => {
		const { stdout, stderr } = clone.sop('show', smallId, '--why', '--output', '/dev/null');
		expect(`${stdout}${stderr}`.replace(ids, '…')).toMatchInlineSnapshot(`
			"Which version of SOP-FIN-001 is in force is not evaluated on 2026-06-01, as known at … (2026-05-22): shallow clone: who could sign, and what was withdrawn, before its first commit cannot be seen
			It stands as 1.1: not evaluated
			1 open suggestion: sop feedback SOP-FIN-001 lists them
			  1.1~…  shown no later than 2026-04-15T12:00:00Z by … (no later than); states no effective day; whether it is in force is not evaluated
			    approval by ann as controller (claimed), known 2026-04-15 (no later than); not evaluated: shallow clone (records/approvals/SOP-FIN-001/1.1/…/ann-controller-approval.yaml)
			  stands: not evaluated: shallow clone: who could sign, and what was withdrawn, before its first commit cannot be seen
			"
		`);
	});

	it('lint --branches takes no document of another branch for another', () => {
		office.git('branch', 'other', 'HEAD~4');
		const both = cloneOf(office, 2, '--no-single-branch');
		const { code, found, notEvaluated } = both.lint('--branches');
		expect({ code, found: found.filter((one) => !one.includes('references/')) }).toEqual({
			code: 0,
			found: [],
		});
		expect(notEvaluated).toContainEqual({ rule: 'document/id-on-other-branch', reason: 'shallow clone' });
	});
});

describe('a good library without approvals, in a shallow clone', () => {
	const office = story('none');
	const whole = checkout(office, office.folder);

	const depths = depthsOf(office).filter((depth) => depth % 3 === 1);

	it.each(depths)('is judged by nothing that is not there, at depth %i', (depth) => {
		expectNothingElse(cloneOf(office, depth), whole);
	});
});

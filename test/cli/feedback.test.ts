import { describe, expect, it } from 'vitest';
import { smallFile, smallId, smallOffice } from '../support/small-office.ts';

const inForce = { config: 'approvals: none\n' };

interface Row {
	readonly standing: string;
	readonly why: string;
	readonly file: string;
	readonly notes: readonly string[];
	readonly days: number;
	readonly about: string | null;
	readonly text: string;
}

type Office = ReturnType<typeof smallOffice>;

function listed(office: Office, ...words: readonly string[]): readonly Row[] {
	const { stdout, stderr } = office.sop('feedback', '--format', 'json', ...words);
	if (stdout === '') throw new Error(stderr);
	return (JSON.parse(stdout) as { readonly feedback: readonly Row[] }).feedback;
}

const stands = (office: Office, ...words: readonly string[]) =>
	listed(office, ...words).map(({ standing, why }) => `${standing}: ${why}`);

/** Bob, who signs nothing here, suggests something; gives the path of the record. */
function suggest(office: Office, text = 'It asks for the total twice', day = '2026-01-12', ...more: readonly string[]): string {
	const { stdout, stderr } = office.as('bob', day).sop('feedback', smallId, text, ...more, '--commit');
	if (stdout === '') throw new Error(stderr);
	return stdout.trim();
}

/** Eve writes the next version, whose row names what is told. */
function revise(office: Office, more: string, day = '2026-01-20', version = '1.1'): void {
	office
		.as('eve', day)
		.edit(smallFile, /version: "[\d.]+"/, `version: "${version}"`)
		.edit(smallFile, 'change_log:\n', `change_log:\n  - version: "${version}"\n    date: ${day}\n    author: eve\n    what: The total\n    why: It was asked twice\n${more}`)
		.save(`Version ${version}`);
}

describe('sop feedback', () => {
	it('records who suggests what on which step of the version in force, and lists it from then on', () => {
		const office = smallOffice(inForce);
		const file = suggest(office, '  It asks twice ', '2026-01-12', '--step', 'ENTER');
		expect(file).toBe('records/feedback/SOP-FIN-001/2026-01-12T120000Z-bob.yaml');
		const lines = office.read(file).replaceAll('"', '').split('\n');
		for (const line of ['document: SOP-FIN-001', 'version: 1.0', 'person: bob', 'meaning: feedback', 'about: enter', 'text: It asks twice'])
			expect(lines).toContain(line);
		expect(office.git('log', '-1', '--format=%s')).toBe('Record feedback on SOP-FIN-001 1.0 by bob');
		office.as('ann', '2026-01-15');
		expect(listed(office)).toMatchObject([
			{ standing: 'open', why: 'nobody has answered', days: 3, about: 'enter', text: 'It asks twice', notes: [], file },
		]);
		expect(office.sop('feedback').stdout).toMatch(/open +3 +SOP-FIN-001 +enter +bob +It asks twice +nobody has answered\n/);
		expect(listed(office, '--as-of', '2026-01-11')).toEqual([]);
		expect(office.lint()).toEqual([]);
	});

	it('is answered by a later version once that is in force, and says where its maker is not named', () => {
		const office = smallOffice();
		office.does('approve', smallId, '--commit');
		const file = suggest(office);
		revise(office, `    answers:\n      - ${file}\n`);
		expect(stands(office)).toEqual(['open: version 1.1 names it, and has not come into force']);
		office.as('ann', '2026-01-25').does('approve', smallId, '--commit');
		expect(stands(office)).toEqual(['answered: by version 1.1, in force since 2026-01-25']);
		expect(listed(office)[0]?.notes).toEqual(['the row that answers it does not name bob among its contributors']);
		expect(stands(office, '--as-of', '2026-01-24')).toEqual(['open: version 1.1 names it, and has not come into force']);
		revise(office, `    contributors: bob\n    answers: ${file}\n`, '2026-02-01', '1.2');
		office.as('ann').does('approve', smallId, '--commit');
		expect(listed(office)).toMatchObject([{ standing: 'answered', notes: [], answeredBy: '1.1' }]);
	});

	it('is declined with a reason, accepted until a version has it, and withdrawn by its maker alone', () => {
		const office = smallOffice(inForce);
		const file = suggest(office);
		const answer = ['feedback', 'answer', file];
		expect(office.as('eve').refuses(...answer, '--reason', 'No')).toContain("An answer to feedback on SOP-FIN-001 is not eve's to give");
		expect(office.as('ann').refuses(...answer, '--reason', 'No', '--verdict', 'withdrawn')).toContain("1: sop: The suggestion is bob's to withdraw");
		const said = office.as('ann', '2026-01-13').does(...answer, '--reason', 'In the next', '--verdict', 'accepted', '--commit');
		expect(said).toContain(`It stays open until a version has it: name ${file} under answers`);
		expect(stands(office)).toEqual(['open: accepted by ann on 2026-01-13: In the next; no version has it yet']);
		office.as('ann', '2026-01-14').does('feedback', 'answer', smallId, '--reason', 'It is the check', '--commit');
		expect(stands(office)).toEqual(['declined: by ann on 2026-01-14: It is the check']);
		expect(stands(office, '--open')).toEqual([]);
		office.as('bob', '2026-01-15').does(...answer, '--verdict', 'withdrawn', '--reason', 'Misread', '--commit');
		expect(stands(office)).toEqual(['withdrawn: by bob on 2026-01-15: Misread']);
		expect(office.as('ann').refuses(...answer, '--reason', 'No')).toBe(
			'1: sop: Nothing is left to answer: the suggestion is withdrawn: by bob on 2026-01-15: Misread\n',
		);
		expect(office.lint()).toEqual([]);
	});

	it('says of a step that is gone, and closes with its document', () => {
		const office = smallOffice(inForce);
		suggest(office, 'Quicker', '2026-01-12', '--step', 'second-look');
		revise(office, '');
		office.as('eve').edit(smallFile, 'id: second-look', 'id: third-look').save('Rename');
		expect(listed(office)[0]?.notes).toEqual([]);
		revise(office, '', '2026-01-21', '1.2');
		expect(listed(office)).toMatchObject([{ standing: 'open', notes: ['the text in force has no second-look'] }]);
		office.as('ann', '2026-02-01').does('retire', smallId, '--reason', 'Done elsewhere', '--commit');
		expect(stands(office)).toEqual(['closed: its document is retired']);
		expect(office.as('bob').refuses('feedback', smallId, 'Too late')).toContain(
			'No version of SOP-FIN-001 is in force, so there is nothing to give feedback on',
		);
	});

	it('lists open ones first, of one document or function, and withholds what is classified higher', () => {
		const office = smallOffice({ ...inForce, change: (text) => text.replace('classification: internal', 'classification: confidential') });
		office.as('adm').edit('sop.config.yaml', 'approvals', 'feedback_to: "mailto:sops@acme.example"\napprovals').save('Say where to');
		suggest(office, 'First', '2026-01-12');
		office.as('ann', '2026-01-13').does('feedback', 'answer', smallId, '--verdict', 'done', '--reason', 'Form mended', '--commit');
		suggest(office, 'Second', '2026-01-14');
		suggest(office, 'Third', '2026-01-15');
		const texts = (...words: readonly string[]) => listed(office, ...words).map(({ text }) => text);
		expect(texts()).toEqual(['Second', 'Third', 'First']);
		expect(texts(smallId.toLowerCase(), '--open')).toEqual(['Second', 'Third']);
		expect(texts('--function', 'hr')).toEqual([]);
		expect(office.refuses('feedback', 'SOP-FIN-01')).toContain(`Did you mean ${smallId}?`);
		expect(office.refuses('feedback', 'answer', smallId, '--reason', 'No')).toContain('2: sop: SOP-FIN-001 has 2 open suggestions\nSay which:\n  records/feedback/SOP-FIN-001/2026-01-14');
		const { stdout, stderr } = office.sop('feedback');
		expect(stderr).toContain('2 open suggestions, 1 answered or closed, on 2026-01-15');
		expect(stderr).toContain('Who does not work with git sends suggestions to mailto:sops@acme.example.');
		expect(stdout).toMatch(/answered +3 +SOP-FIN-001 +bob +First +by ann on 2026-01-13: +Form mended|answered[\s\S]+Form mended/);
		const limited = office.sop('feedback', '--format', 'json', '--max-classification', 'internal');
		expect(limited.stdout + limited.stderr).not.toMatch(/First|Second|Third|Form mended|Pay an invoice/);
		expect(JSON.parse(limited.stdout)).toMatchObject({ open: 0, feedback: [{ id: smallId, withheld: 'classification' }] });
	});

	it.each<readonly [string, readonly string[], string]>([
		['no such step', [smallId, 'Text', '--step', 'entre'], '2: sop: The version of SOP-FIN-001 in force has no step "entre"\nDid you mean enter?\n'],
		['no text', [smallId, '  '], '2: sop: The text is empty\n'],
		['a hidden character', [smallId, 'a\u202Eb'], '2: sop: The text holds a character that nobody sees'],
		['a moment', [smallId, 'Text', '--on', '2026-01-01'], '2: sop: --on is for the list; a suggestion is recorded as of now\n'],
		['a step of nothing', [smallId, '--step', 'enter'], '2: sop: --step is for recording a suggestion, and there is none\n'],
		['nobody', [smallId, 'Text', '--person', 'bobb'], '2: sop: There is no person bobb in the people register\nDid you mean bob?\n'],
		['no such record', ['answer', 'records/feedback/x.yaml', '--reason', 'No'], '2: sop: records/feedback/x.yaml is no suggestion that main shows\n'],
	])('refuses %s', (_, words, expected) => {
		expect(smallOffice(inForce).refuses('feedback', ...words)).toContain(expected);
	});

	it('records nothing twice that nobody has committed', () => {
		const office = smallOffice(inForce).as('bob');
		office.does('feedback', smallId, 'Once');
		expect(office.refuses('feedback', smallId, 'Once')).toContain('1: sop: That is recorded here already, and not committed: records/feedback/');
		expect(listed(office)).toEqual([]);
	});
});

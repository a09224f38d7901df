import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configText, sopText } from '../support/history-repository.ts';
import { newOffice, peopleRegister, personLines } from '../support/office.ts';
import { makeKey } from '../support/signing.ts';
import { smallFile, smallId, smallOffice, smallText } from '../support/small-office.ts';

const people = 'registers/people.yaml';

/** Section 15 with a second line: quality reviews. */
const twoLines = (text: string) =>
	text.replace('      meaning: approval\n', '      meaning: approval\n    - role: quality\n      meaning: review\n');

describe('sop approve', () => {
	it('writes the record, prints its path alone on standard output, and ends with the line of git', () => {
		const office = smallOffice();
		const { code, stdout, stderr } = office.sop('approve', smallId.toLowerCase());
		expect(code).toBe(0);
		expect(stdout).toMatch(/^records\/approvals\/SOP-FIN-001\/1\.0\/[0-9a-f]{12}\/ann-controller-approval\.yaml\n$/);
		expect(stderr).toMatch(/^ann signs SOP-FIN-001@1\.0~[0-9a-f]{12} \(sops\/a\.sop\.yaml\): approval as controller\n/);
		expect(stderr).toContain(`To commit it:\n  git add -- ${stdout.trim()} && git commit -m 'Record approval of`);
		expect(stderr).toContain('Every line is signed: SOP-FIN-001 1.0 is complete once main shows all signatures.');
		expect(office.git('status', '--porcelain', '--untracked-files=all')).toBe(`?? ${stdout.trim()}`);
	});

	it('is what bare sop says to type where somebody has to sign', () => {
		const office = smallOffice();
		expect(office.sop().stdout).toContain(
			'approvals  1 document waits for signatures: SOP-FIN-001 (draft)\n           next: sop approve SOP-FIN-001\n',
		);
		office.does('approve', smallId, '--commit');
		expect(office.sop().stdout).toContain('approvals  nothing waits for signatures\n');
		// Whoever has to withdraw one needs its path.
		expect(office.sop('show', smallId, '--why', '--format', 'yaml').stderr).toMatch(
			/^ +approval by ann as controller \(claimed\), known 2026-01-10 .* \(records\/approvals\/\S+\)$/m,
		);
	});

	it('says where authors may be hidden by a squash, and signs', () => {
		const office = smallOffice({
			change: (text) => text.replace('    author: eve\n', '    author: eve\n    contributors: [bob]\n'),
		});
		expect(office.does('approve', smallId)).toMatch(
			/^SOP-FIN-001 1\.0: authors before the squash not visible, if it was one: commit [0-9a-f]{7} is the only one of a text whose change log also names bob\.$/m,
		);
	});

	it('commits nothing but the record', () => {
		const office = smallOffice();
		office.write({ 'notes.txt': 'not mine' });
		office.does('approve', smallId, '--commit');
		expect(office.git('show', '--name-only', '--format=%an %s').split('\n')).toEqual([
			'ann Record approval of SOP-FIN-001 1.0 by ann as controller',
			'',
			expect.stringContaining('ann-controller-approval.yaml'),
		]);
		expect(office.git('status', '--porcelain')).toBe('?? notes.txt');
	});

	it('signs again beside a record that was withdrawn, and changes nothing that stands', () => {
		const office = smallOffice({ change: twoLines });
		const [first = ''] = office.does('approve', smallId, '--commit').split('\n');
		const before = office.read(first);
		const words = ['withdraw', smallId, '--record', first, '--reason', 'Made in error', '--commit'];
		expect(office.as('ann', '2026-01-12').does(...words)).toContain('Its line is to be signed again: sop approve SOP-FIN-001.');
		expect(office.list(smallId)?.status).toBe('draft');
		expect(office.as('bob').does('approve', smallId, '--commit')).toContain('It still needs approval by controller.');
		const [second] = office.as('ann', '2026-01-13').does('approve', smallId, '--commit').split('\n');
		expect(second).toBe(first.replace('.yaml', '+2.yaml'));
		expect(office.read(first)).toBe(before);
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(office.lint()).toEqual([]);
	});

	it('does not bring back what ended because a signature was withdrawn', () => {
		const office = smallOffice();
		const [record = ''] = office.does('approve', smallId, '--commit').split('\n');
		const words = ['withdraw', smallId, '--record', record, '--reason', 'Made in error', '--commit'];
		expect(office.as('ann', '2026-01-12').does(...words)).toContain(
			'Where SOP-FIN-001@1.0 is complete by it alone it ends then, and never comes back: sop revise SOP-FIN-001 opens the next version.',
		);
		expect(office.list(smallId)?.inForce).toBeNull();
		expect(office.show(smallId, '2026-01-11').version).toBe('1.0');
		expect(office.refuses('approve', smallId)).toBe(
			'1: sop: SOP-FIN-001 1.0 was complete, and has ended\nA version that ended never comes back: sop revise SOP-FIN-001 opens the next one.\n',
		);
	});

	it('signs what nobody had to approve when it came, for the record', () => {
		const office = smallOffice({ config: '' });
		expect(office.list(smallId)?.inForce).toBe('1.0');
		const said = office.does('approve', smallId, '--commit');
		expect(said).toContain(
			'Every line is signed. SOP-FIN-001 1.0 is complete without, as nobody had to approve it when it came: the signature is for the record.',
		);
		expect(said).not.toContain('once main shows');
		expect(office.show(smallId)).toMatchObject({ version: '1.0', from: '2026-01-10T12:00:00Z' });
	});

	it('says what is not signed of what nobody had to approve, and needs it of the next version', () => {
		const office = smallOffice({ config: '', change: twoLines });
		expect(office.does('approve', smallId, '--commit')).toContain(
			'Not signed yet: review by quality. SOP-FIN-001 1.0 is complete without, as nobody',
		);
		expect(office.show(smallId).version).toBe('1.0');
		office.as('eve').does('revise', smallId, '--what', 'New', '--why', 'Asked for', '--commit');
		expect(office.as('ann').does('approve', smallId, '--commit')).toContain('It still needs review by quality.');
	});

	it('says of whom nobody can tell whether they wrote the text', () => {
		const office = smallOffice({ people: { ann: ['controller'] } });
		expect(office.does('approve', smallId)).toContain(
			'Whether ann wrote the text cannot be told: eve@acme.example is no address of the people register',
		);
	});

	it.each(['claimed', 'signed'])('warns of a key that its owner alone has entered, where trust is %s', (trust) => {
		const office = smallOffice({ config: `approvals: required\napproval:\n  trust: ${trust}\n` });
		const [register, mine] = ['registers/people.yaml', 'id_mine'];
		const folder = join(office.folder, '../homes/ann/.ssh');
		const { line } = makeKey(folder, mine);
		const [listed, entry] = [`"${office.keyLine('ann')}" }`, `{ ssh: "${line}" }`];
		office.edit(register, listed, `${listed}, ${entry}`).as('ann', '2026-01-11').save('Enter my key');
		const sign = ['approve', smallId, '--sign', join(folder, mine)];
		const weak =
			trust === 'signed'
				? 'It will only be claimed that it is ann, and this library asks for more: as things stand, the record will not count'
				: 'It will only be claimed that it is ann, as without a signature';
		expect(office.does(...sign)).toContain(
			`${weak}: ann entered the key into the register, and nobody else signed that. Somebody else has to vouch for the key: `,
		);
		office.git('clean', '--quiet', '-fd');
		// As it says: somebody else writes the entry.
		office.edit(register, entry, `{ ssh: "${line}", from: 2026-01-12 }`);
		expect(office.as('ann', '2026-01-12').does(...sign)).toContain('nobody else signed that');
		office.git('clean', '--quiet', '-fd');
		office.as('adm').save('Vouch for it');
		expect(office.as('ann').does(...sign, '--commit')).not.toContain('It will only be claimed');
		expect(office.show(smallId).signatures).toEqual(['ann approval controller record-signed']);
	});
});

describe('sop approve refuses', () => {
	it.each<readonly [string, Parameters<typeof smallOffice>[0], readonly string[], string]>([
		['an id that there is not', {}, ['SOP-FIN-002'], '2: sop: There is no document "SOP-FIN-002" in the library at FOLDER\nDid you mean SOP-FIN-001?\n'],
		['a person that there is not', {}, [smallId, '--person', 'anne'], '2: sop: There is no person anne in the people register\nDid you mean ann?\n'],
		['a role without a line', {}, [smallId, '--as', 'quality'], '2: sop: Section 15 has no line for the role quality\nIt asks for: approval by controller.\n'],
		['a meaning without a line', {}, [smallId, '--meaning', 'review'], '2: sop: Section 15 has no line for review\nIt asks for: approval by controller.\n'],
		['a meaning that there is not', {}, [smallId, '--meaning', 'blessing'], "2: sop: option '--meaning <meaning>' argument 'blessing' is invalid."],
		[
			'an open choice of roles',
			{
				people: { ann: ['controller', 'quality'], eve: [] },
				change: twoLines,
			},
			[smallId],
			'2: sop: ann can act as controller or as quality\nSay which: --as ROLE.\n',
		],
		[
			'an open choice of meanings',
			{ change: (text) => text.replace('      meaning: approval\n', '      meaning: approval\n    - role: controller\n      meaning: review\n') },
			[smallId],
			'2: sop: ann can sign approval by controller or review by controller\nSay which: --meaning MEANING.\n',
		],
		['a role that ended', { people: { ann: ['controller'] } }, [smallId, '--person', 'adm'], "1: sop: A signature of this text is not adm's to give: adm does not hold the role controller\n"],
		['a key that there is not', {}, [smallId, '--sign', 'no/such/key'], '2: sop: The key no/such/key does not exist\n'],
		['another day', {}, [smallId, '--on', '2026-01-01'], '2: sop: sop approve writes, and writes as of now: it takes no --on\n'],
		['other knowledge', {}, [smallId, '--as-of', '2026-01-01'], '2: sop: sop approve writes, and writes as of now: it takes no --as-of\n'],
		['a day without a paper', {}, [smallId, '--date', '2019-01-01'], '2: sop: --date goes with --on-paper: what is signed here is of today\nThe clock says when a record is made; no flag sets it.\n'],
		['paper where nothing was adopted', {}, [smallId, '--on-paper', 'sop.config.yaml', '--date', '2019-01-01'], '2: sop: This library was not adopted from paper, so no signature on paper counts\n'],
		['paper without a day', { config: 'adopted: 2026-01-01\n' }, [smallId, '--on-paper', 'x.pdf'], '2: sop: --on-paper needs the day that stands on the paper\n'],
		['paper of no day', { config: 'adopted: 2026-01-01\n' }, [smallId, '--on-paper', 'x.pdf', '--date', '2019-02-30'], '2: sop: --'],
		['paper of the Middle Ages', { config: 'adopted: 2026-01-01\n' }, [smallId, '--on-paper', 'x.pdf', '--date', '1019-02-03'], '2: sop: The paper would be of the year 1019: that is a typing error\n--date 1019-02-03 is the day that stands on the paper, YYYY-MM-DD.\n'],
		['paper of nobody', { config: 'adopted: 2026-01-01\n' }, [smallId, '--on-paper', 'x.pdf', '--date', '2019-02-20'], '2: sop: Who signed the paper has to be named: --person ID\n'],
		['a text with errors', { change: (text) => text.replace('goto: release', 'goto: nowhere') }, [smallId], '1: sop: sops/a.sop.yaml has 1 error left; line 7'],
	])('%s', (_, how, words, said) => {
		const office = smallOffice(how);
		expect(office.refuses('approve', ...words).replace(office.folder, 'FOLDER').slice(0, said.length)).toBe(said);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('whoever git does not know, whose address is nobody’s, or two people’s, or who has left', () => {
		const office = smallOffice();
		expect(office.as('zoe').refuses('approve', smallId)).toBe(
			"2: sop: The address zoe@acme.example, which git commits under, is nobody's in the people register today\n" +
				`Enter it under addresses in ${people}, or name yourself with --person.\n`,
		);
		office.edit(people, 'address: bob@acme.example', 'address: ann@acme.example');
		expect(office.as('ann').refuses('approve', smallId)).toContain('is that of ann and bob\n');
		office.edit(people, '  - id: ann\n', '  - id: ann\n    until: 2026-01-09\n');
		expect(office.refuses('approve', smallId, '--person', 'ann')).toBe(
			'2: sop: ann has left: the last day was 2026-01-09\nOnly somebody who is here can act. Name another person with --person.\n',
		);
	});

	it('a library without git, without an id, without people, without a commit', () => {
		const office = newOffice().as('ann', '2026-01-10');
		office.write({ [smallFile]: smallText(), 'sop.config.yaml': 'format: 1\n' });
		expect(office.refuses('approve', smallId)).toMatch(/^3: sop: No record can be made: no git checkout\n/);
		office.git('init', '--quiet', '--initial-branch=main');
		expect(office.refuses('approve', smallId)).toMatch(/^3: sop: No record can be made: /);
		office.save('Begin');
		expect(office.refuses('approve', smallId)).toMatch(/^2: sop: Nobody can be named in a record: /);
		office.write({ [people]: peopleRegister(personLines(office, 'ann', ['controller'])) }).save('People');
		expect(office.refuses('approve', smallId)).toMatch(
			/^2: sop: The library has no id, so a record could not say where it belongs\nAdd this line to sop\.config\.yaml, commit it, and never change it: library: "[0-9a-f]{32}"\n$/,
		);
	});

	it('somebody whose contract has ended, once for all lines; and asks which line a paper is for', () => {
		const two = (text: string) =>
			text.replace('  signatures:\n', '  signatures:\n    - role: quality\n      meaning: review\n');
		const office = smallOffice({
			config: 'approvals: required\nadopted: 2026-01-05\n',
			people: { ann: ['controller', 'quality'], bob: ['quality'], eve: [] },
			change: two,
		});
		office.edit(people, '  - id: ann\n', '  - id: ann\n    organisation: Books Ltd\n');
		office.edit(people, 'format: 1\n', 'format: 1\norganisations:\n  - { name: Books Ltd, until: 2026-01-08 }\n');
		office.write({ 'paper.pdf': '%PDF-1.4\n' }).as('adm').save('End the contract');
		expect(office.as('ann').refuses('approve', smallId)).toContain(
			"1: sop: A signature of this text is not ann's to give: the contract of ann's organisation ended on 2026-01-08\n",
		);
		const paper = ['--on-paper', 'paper.pdf', '--date', '2019-02-03'];
		expect(office.as('adm').refuses('approve', smallId, ...paper, '--person', 'ann')).toBe(
			'2: sop: The paper could be for several lines of section 15\n' +
				'Which role ann had on 2019-02-03 is said by the paper, not by the register of today.\n' +
				'Say which: --as ROLE --meaning MEANING, of review by quality, approval by controller.\n',
		);
		expect(office.does('approve', smallId, ...paper, '--person', 'bob')).toContain('bob-quality-review.yaml');
	});

	it('a text that asks nobody to sign', () => {
		const office = smallOffice({ change: (text) => text.replace(/ {2}signatures:\n(?: {4}.*\n)+/, '  signatures: []\n') });
		expect(office.refuses('approve', smallId)).toBe(
			'1: sop: Section 15 asks nobody to sign, so no version can be complete\n' +
				'Name under approval: signatures: who approves it, commit that, and sign then.\n',
		);
	});

	it('a line that another has signed, and a number below the one in force', () => {
		const office = smallOffice({ people: { ann: ['controller'], bob: ['controller'], eve: [] }, words: { version: '1.5' }, change: (text) => text.replace('version: "1.0"\n    date', 'version: "1.5"\n    date') });
		office.does('approve', smallId);
		expect(office.as('bob').refuses('approve', smallId)).toBe(
			'1: sop: The approval by controller of this text is signed already\nsop show --why names who signed what.\n',
		);
		office.save('Approve');
		office.as('eve', '2026-01-11').write({ [smallFile]: smallText({ version: '1.2', wording: 'Other.' }).replace('version: "1.0"\n    date', 'version: "1.2"\n    date') }).save('Lower');
		expect(office.as('bob').refuses('approve', smallId)).toContain(
			'1: sop: 1.2 of SOP-FIN-001 is lower than 1.5, which is in force\nsop revise SOP-FIN-001 gives this text the next number.\n',
		);
	});

	it('to commit beside what is staged, on no branch, or amid a merge; and writes nothing then', () => {
		const office = smallOffice();
		office.write({ 'notes.txt': 'mine' }).git('add', 'notes.txt');
		expect(office.refuses('approve', smallId, '--commit')).toContain('"notes.txt" is staged already, so nothing was written or committed');
		office.git('rm', '--quiet', '--cached', 'notes.txt');
		office.git('switch', '--quiet', '--detach');
		expect(office.refuses('approve', smallId, '--commit')).toContain('No branch is checked out, so nothing was written or committed');
		expect(office.git('status', '--porcelain')).toBe('?? notes.txt');
	});

	it('a clone in which the past is cut off', () => {
		const office = smallOffice();
		office.git('clone', '--quiet', '--depth', '1', `file://${office.folder}`, 'shallow');
		expect(office.refuses('approve', smallId, '--cwd', 'shallow')).toMatch(/^3: sop: No record can be made here: shallow clone/);
	});

	it('a file that stands for another, or that no commit holds', () => {
		const office = smallOffice();
		office.write({ 'sops/b.sop.yaml': sopText({ id: 'SOP-FIN-002' }) });
		expect(office.refuses('approve', 'SOP-FIN-002')).toMatch(/^2: sop: sops\/b\.sop\.yaml was never committed here/);
		rmSync(join(office.folder, smallFile));
		symlinkSync('b.sop.yaml', join(office.folder, smallFile));
		expect(office.refuses('approve', smallId)).toMatch(/^2: sop: /);
	});
});

describe('hostile text', () => {
	const escape = '\u001b[31m';
	/** Escapes, bells, and what a terminal would take as the end of a line. */
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be shown
	const loud = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/;

	it.each([
		['an id', ['approve', `SOP${escape}\u0007-1`]],
		['a person', ['approve', smallId, '--person', `bob${escape}\u202e`]],
		['a role', ['approve', smallId, '--as', `r${escape}`]],
		['a key', ['approve', smallId, '--sign', `k${escape}`]],
		['a scan', ['approve', smallId, '--on-paper', `s${escape}`, '--date', '2019-01-01', '--person', 'ann']],
		['a day', ['approve', smallId, '--on-paper', 'x', '--date', `2${escape}`, '--person', 'ann']],
		['a verdict', ['review', smallId, '--verdict', `k${escape}`]],
		['a reason', ['review', smallId, '--verdict', 'keep', '--reason', `k${escape}`]],
		['an event', ['review', smallId, '--verdict', 'keep', '--event', `k${escape}`]],
		['a version', ['withdraw', `${smallId}@1${escape}`, '--reason', 'x']],
		['a record', ['withdraw', smallId, '--reason', 'x', '--record', `records/approvals/${escape}.yaml`]],
		['a first day', ['withdraw', smallId, '--reason', 'x', '--from', `2${escape}`]],
		['a successor', ['retire', smallId, '--reason', 'x', '--successor', `S${escape}`]],
		['an exception', ['except', smallId, '--exception', `e${escape}`]],
		['a last day', ['except', smallId, '--reason', 'x', '--until', `2${escape}`]],
		['what is replaced', ['except', smallId, '--reason', 'x', '--until', '2026-02-01', '--replaces', `../${escape}`]],
	])('in %s is refused and shown inert', (_, words) => {
		const office = smallOffice({ config: 'approvals: none\nadopted: 2025-01-01\n' });
		const { code, stdout, stderr } = office.sop(...words);
		expect(code).toBeGreaterThan(0);
		expect(stdout).toBe('');
		expect(stderr).not.toMatch(loud);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('in names of files and people is shown inert, and becomes a path that every system can hold', () => {
		const odd = `n${escape}\u0007`;
		const office = newOffice().as('ann', '2026-01-10');
		const entry = personLines(office, 'ann', ['controller']).replace('- id: ann', `- id: ${JSON.stringify(odd)}`);
		office.git('init', '--quiet', '--initial-branch=main');
		office.write({
			'sop.config.yaml': configText('approvals: required\n'),
			[people]: peopleRegister(entry, personLines(office, 'eve', [])),
		});
		office.save('Begin');
		office.as('eve').write({ [`sops/${odd}.sop.yaml`]: smallText() }).save('Write');
		const { stdout, stderr } = office.as('ann').sop('approve', smallId);
		expect(stdout + stderr).not.toMatch(loud);
		const paths = office.git('ls-files', '--others', '--exclude-standard', 'records').split('\n');
		for (const path of paths) expect(path).toMatch(/^[\w.+%/-]*$/);
	});
});

it.each(['approve', 'review', 'withdraw', 'retire', 'except'])('an id that a document bears is inert to sop %s', (name) => {
	const odd = 'SOP-\u001b]0;x\u0007';
	const office = smallOffice({ change: (text) => text.replace(`id: ${smallId}`, `id: ${JSON.stringify(odd)}`) });
	const verdict = name === 'review' ? ['--verdict', 'keep'] : [];
	const { stdout, stderr } = office.sop(name, odd, ...(name === 'approve' ? [] : ['--reason', 'x']), ...verdict);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be shown
	expect(stdout + stderr).not.toMatch(/[\u001b\u0007]/);
	expect(stdout + stderr).toMatch(/␛\]0;x|U\+001B/);
});

import { describe, expect, it } from 'vitest';
import { smallFile, smallId, smallOffice, smallText } from '../support/small-office.ts';

const because = ['--reason', 'Unsafe'];

/** A library in which 1.0 is approved and in force; with the path of the approval. */
function approved() {
	const office = smallOffice({ people: { ann: ['controller'], bob: ['quality'], eve: ['controller'] } });
	const [record = ''] = office.does('approve', smallId, '--commit').split('\n');
	return { office: office.as('ann', '2026-01-12'), record };
}

describe('sop withdraw', () => {
	it('ends the version in force today, with a record of why', () => {
		const { office } = approved();
		const { stdout, stderr } = office.sop('withdraw', smallId, ...because, '--commit');
		expect(stdout).toMatch(/^records\/withdrawals\/SOP-FIN-001\/2026-01-12T120000Z-ann-version-[0-9a-f]{12}\.yaml\n$/);
		expect(office.read(stdout.trim())).toContain('withdraws: version\nfrom: "2026-01-12"\nreason: Unsafe\n');
		expect(stderr).toContain('From 2026-01-12 on no version of SOP-FIN-001 is in force: no lower one comes back.');
		expect(office.show(smallId)).toMatchObject({ version: null, status: 'withdrawn' });
		expect(office.show(smallId, '2026-01-11').version).toBe('1.0');
	});

	it('never reaches back, whatever the day it names', () => {
		const { office } = approved();
		office.does('withdraw', smallId, ...because, '--from', '2026-01-12');
		// It is committed three days later: until then everybody worked by 1.0.
		office.as('ann', '2026-01-15').save('Withdraw');
		expect(office.show(smallId, '2026-01-14').version).toBe('1.0');
		expect(office.show(smallId, '2026-01-15').version).toBeNull();
	});

	it.each<readonly [string, readonly string[], string]>([
		['no reason', [smallId], '2: sop: --reason is missing: Why is it withdrawn?\n'],
		['a version that never stood', [`${smallId}@7.0`, ...because], '2: sop: SOP-FIN-001 never had a version "7.0" on the mainline\nThere is: SOP-FIN-001@1.0~'],
		['a day that is past', [smallId, ...because, '--from', '2026-01-11'], '2: sop: --from 2026-01-11 is past: it holds from when it is known, and never reaches back\n'],
		['a day that there is not', [smallId, ...because, '--from', '2026-02-30'], '2: sop: --from '],
		['somebody without a role of section 15', [smallId, ...because, '--person', 'bob'], "1: sop: A withdrawal of SOP-FIN-001 is not bob's to give: bob does not hold the role controller\n"],
		['a record outside the library', [smallId, ...because, '--record', '../../x'], '2: sop: ../../x is no approval of SOP-FIN-001 that the mainline shows\nGive its path in the library, such as records/approvals/SOP-FIN-001/…; sop show SOP-FIN-001 --why names them.\n'],
		['a path that only begins like one', [smallId, ...because, '--record', 'records/../../etc/passwd'], '2: sop: records/../../etc/passwd is no approval of SOP-FIN-001 that the mainline shows\n'],
		['a file that is no record', [smallId, ...because, '--record', smallFile], `2: sop: ${smallFile} is no approval of SOP-FIN-001 that the mainline shows\n`],
		['other knowledge', [smallId, ...because, '--known', 'HEAD'], '2: sop: sop withdraw writes, and writes as of now: it takes no --known\n'],
	])('refuses %s', (_, words, said) => {
		const { office } = approved();
		expect(office.refuses('withdraw', ...words).slice(0, said.length)).toBe(said);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('refuses a draft, of which nothing counts yet', () => {
		expect(smallOffice().refuses('withdraw', `${smallId}@1.0`, ...because)).toBe(
			'1: sop: SOP-FIN-001@1.0 lacks signatures: it is a draft, and nothing is to be withdrawn\n' +
				'Take the change back in git, or go on with it.\n',
		);
	});

	it('refuses what a higher version has ended', () => {
		const { office } = approved();
		office.as('eve', '2026-01-13').does('revise', smallId, '--what', 'New', '--why', 'Asked for', '--commit');
		office.as('ann').does('approve', smallId, '--commit');
		expect(office.refuses('withdraw', `${smallId}@1.0`, ...because)).toBe(
			'1: sop: SOP-FIN-001@1.0 has ended already: superseded by 1.1 on 2026-01-13\nNothing is left to withdraw.\n',
		);
	});
});

describe('sop withdraw --record', () => {
	it('ends a record, wherever one stands in the library, and says what that ends', () => {
		const { office, record } = approved();
		const words = ['withdraw', smallId, '--record', record.replace('records/', ''), ...because, '--commit'];
		office.sop(...words, '--cwd', 'records');
		expect(office.show(smallId)).toMatchObject({ version: null });
		expect(office.show(smallId, '2026-01-11').version).toBe('1.0');
		expect(office.refuses('withdraw', smallId, '--record', record, ...because)).toMatch(
			/^1: sop: records\/approvals\/\S+ was withdrawn by records\/withdrawals\/\S+\nNothing is left to withdraw\.\n$/,
		);
	});

	it('takes back a record that never counted, and nothing else changes', () => {
		const { office, record } = approved();
		// Eve approves her own text by hand.
		const forged = record.replace('ann-', 'eve-');
		office.as('eve').write({ [forged]: office.read(record).replace('person: ann', 'person: eve') }).save('Me too');
		expect(office.lint()).toEqual([`approval/self-approval ${forged}`]);
		expect(office.as('ann').does('withdraw', smallId, '--record', forged, ...because, '--commit')).toContain(
			'The record stays, and never counted: nothing else changes, and sop lint asks about it no more once main shows this.',
		);
		expect(office.lint()).toEqual([]);
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(office.refuses('withdraw', smallId, '--record', forged, ...because)).toContain(' was withdrawn by records/');
	});

	it('refuses the record of another document, and one that nobody else has seen', () => {
		const { office, record } = approved();
		office.as('eve').write({ 'sops/b.sop.yaml': smallText({ id: 'SOP-FIN-002' }) }).save('Write another');
		expect(office.as('ann').refuses('withdraw', 'SOP-FIN-002@1.0', '--record', record, ...because)).toContain(
			`${record} is no approval of SOP-FIN-002 that the mainline shows\n`,
		);
		office.edit('sops/b.sop.yaml', 'title: Pay an invoice', 'title: Pay another').as('eve').save('Name it');
		const [mine = ''] = office.as('ann').does('approve', 'SOP-FIN-002').split('\n');
		expect(office.refuses('withdraw', 'SOP-FIN-002', '--record', mine, ...because)).toContain(
			'What nobody else has seen is simply taken out of git.\n',
		);
	});

	it('takes back a signature of a version that is not complete', () => {
		const twoLines = (text: string) =>
			text.replace('      meaning: approval\n', '      meaning: approval\n    - role: quality\n      meaning: review\n');
		const office = smallOffice({ change: twoLines });
		const [record = ''] = office.does('approve', smallId, '--commit').split('\n');
		expect(office.list(smallId)?.status).toBe('in review');
		office.does('withdraw', smallId, '--record', record, ...because, '--commit');
		expect(office.list(smallId)?.status).toBe('draft');
	});
});

describe('sop withdraw --record FILE.jsonl:LINE', () => {
	/** The office in which two clerks were trained; with the file of the first. */
	function trained() {
		const office = smallOffice({
			people: { ann: ['controller'], bob: ['quality'], eve: [], cid: ['clerk'], dee: ['clerk'] },
		});
		office.does('approve', smallId, '--commit');
		office.as('ann', '2026-01-12');
		const words = ['train', 'record', smallId, '--person', 'cid', '--person', 'dee', '--commit'];
		return { office, file: office.does(...words).split('\n')[0] ?? '' };
	}
	const standing = (office: ReturnType<typeof smallOffice>) => {
		const { trainings } = JSON.parse(office.sop('train', '--role', 'clerk', '--format', 'json').stdout);
		return trainings.map(
			({ person, status, why }: Record<string, string>) => `${person} ${status}: ${why}`,
		) as string[];
	};

	it('ends a training that was recorded by mistake, and no other', () => {
		const { office, file } = trained();
		expect(file).toBe('records/training/cid/2026.jsonl');
		office.as('ann', '2026-01-15');
		const { code, stdout, stderr } = office.sop('withdraw', '--record', `${file}:1`, ...because, '--commit');
		expect({ code, stdout }).toEqual({
			code: 0,
			stdout: expect.stringMatching(
				/^records\/withdrawals\/SOP-FIN-001\/2026-01-15T120000Z-ann-record-[0-9a-f]{12}\.yaml\n$/,
			),
		});
		expect(office.read(stdout.trim())).toMatch(
			/^record: records\/training\/cid\/2026\.jsonl\nline: 1\nline_digest: "sha256:[0-9a-f]{64}"$/m,
		);
		expect(stderr).toContain(
			'The record stays, and stops counting once main shows this. Where nothing else shows it, cid is not trained from then on: sop train --person cid.',
		);
		expect(office.git('log', '-1', '--format=%s')).toBe(
			`Withdraw ${file}:1 of SOP-FIN-001 1.0 from 2026-01-15 on by ann as controller`,
		);
		expect(standing(office)).toEqual([
			'cid untrained: asked since 2026-01-10; its record was withdrawn on 2026-01-15',
			'dee trained: trained on 2026-01-12; repeated every 1 year',
		]);
		expect(office.refuses('withdraw', smallId, '--record', `${file}:1`, ...because)).toMatch(
			/^1: sop: records\/training\/cid\/2026\.jsonl:1 was withdrawn by records\/withdrawals\/\S+\nNothing is left/,
		);
		// Ann is trained anew, and that counts.
		office.as('ann', '2026-01-16').does('train', 'record', smallId, '--person', 'cid', '--commit');
		expect(standing(office)[0]).toBe('cid trained: trained on 2026-01-16; repeated every 1 year');
		office.as('ann', '2026-01-17').does('withdraw', '--record', `${file}:2`, ...because, '--commit');
		expect(standing(office)[0]).toContain('its record was withdrawn on 2026-01-17');
	});

	it('refuses what names no line that the mainline shows', () => {
		const { office, file } = trained();
		const refuses = (...words: readonly string[]) => office.refuses('withdraw', ...words, ...because);
		expect(refuses()).toBe(
			'2: sop: What is to be withdrawn is missing\nName the document, or a record with --record.\n',
		);
		expect(refuses('--record', file)).toBe(
			`2: sop: ${file} holds a record in each line: name one\nPut its number behind the path, counted from 1: --record ${file}:3\n`,
		);
		expect(refuses('--record', `${file}:2`)).toContain(`2: sop: ${file}:2 is no training that the mainline shows\n`);
		expect(refuses('--record', 'records/training/x.jsonl:1')).toContain(
			'Give its path in the library, such as records/training/…; sop train --format json names them.',
		);
		office.as('eve').write({ 'sops/b.sop.yaml': smallText({ id: 'SOP-FIN-002' }) }).save('Write another');
		expect(refuses('SOP-FIN-002', '--record', `${file}:1`)).toContain(
			`${file}:1 is no training of SOP-FIN-002 that the mainline shows\n`,
		);
		office.as('bob');
		expect(refuses('--record', `${file}:1`)).toContain("is not bob's to give");
		expect(office.git('status', '--porcelain')).toBe('');
	});
});

import { describe, expect, it } from 'vitest';
import { hasPython, onTerminal } from '../support/on-terminal.ts';
import { smallFile, smallId, smallOffice, smallText } from '../support/small-office.ts';

/** A library in which nobody needs to approve, so that what stands is in force. */
const inForce = { config: 'approvals: none\n' };
const keep = ['review', smallId, '--verdict', 'keep', '--reason', 'Fine'];

describe('sop review', () => {
	it('records what it came to, of the text in force and by whom', () => {
		const office = smallOffice(inForce);
		const { stdout } = office.sop(...keep, '--commit');
		expect(stdout).toBe('records/reviews/SOP-FIN-001/2026-01-10T120000Z-ann.yaml\n');
		expect(office.read(stdout.trim())).toMatch(
			/\ndocument: SOP-FIN-001\nversion: "1\.0"\ndigest: "?sha256:[0-9a-f]{64}"?\nperson: ann\nrole: controller\nmeaning: review\n.*verdict: keep\nreason: Fine\n/s,
		);
		expect(office.nextReview(smallId)).toBe('2027-01-10');
	});

	it.each(['revise', 'retire'])('says what follows from the verdict %s', (verdict) => {
		const office = smallOffice(inForce);
		expect(office.does('review', smallId, '--verdict', verdict, '--reason', 'Outdated')).toContain(
			`Next: sop ${verdict} ${smallId}\n`,
		);
	});

	it('names an event of section 15 in its own words', () => {
		const events = (text: string) => text.replace('  review:\n', '  review:\n    events: [Change of the ERP]\n');
		const office = smallOffice({ ...inForce, change: events });
		const [path = ''] = office.does(...keep, '--event', 'change of the erp').split('\n');
		expect(office.read(path)).toContain('event: Change of the ERP\n');
		expect(office.refuses('review', smallId, '--verdict', 'keep', '--event', 'Change of ERP', '--reason', 'x')).toContain(
			'Section 15 of SOP-FIN-001 names no event "Change of ERP"\nDid you mean "Change of the ERP"?\n',
		);
	});

	it('reviews what is in force, not the draft that stands beside it', () => {
		const office = smallOffice();
		office.does('approve', smallId, '--commit');
		office.as('eve', '2026-02-01').does('revise', smallId, '--what', 'New', '--why', 'Asked for', '--commit');
		const [path = ''] = office.as('ann').does(...keep).split('\n');
		expect(office.read(path)).toContain('version: "1.0"\n');
	});

	it.each<readonly [string, readonly string[], string]>([
		['nothing but an id', ['review', smallId], '2: sop: --verdict is missing: what did the review come to?\n--verdict keep, revise or retire. sop review ID --agenda shows what to look at.\n'],
		['no reason', ['review', smallId, '--verdict', 'keep'], '2: sop: --reason is missing: Why did the review come to that?\nWrite --reason "…". On a terminal it is asked for.\n'],
		['an empty reason', ['review', smallId, '--verdict', 'keep', '--reason', ' '], '2: sop: --reason is empty\n'],
		['a reason nobody sees', ['review', smallId, '--verdict', 'keep', '--reason', 'a\u202eb'], '2: sop: The reason holds a character that nobody sees: '],
		['an event where there is none', [...keep, '--event', 'Fire'], '2: sop: Section 15 of SOP-FIN-001 names no event "Fire"\nIt names: none. Leave --event out for a review of its own time.\n'],
		['an unknown id', ['review', 'SOP-FIN-002', '--verdict', 'keep', '--reason', 'x'], '2: sop: No commit holds a document "SOP-FIN-002"\nDid you mean SOP-FIN-001?\n'],
		['another role', [...keep, '--as', 'quality'], '2: sop: A review of SOP-FIN-001 is not for the role quality\nIt is for: controller.\n'],
		['somebody without the role', [...keep, '--person', 'bob'], "1: sop: A review of SOP-FIN-001 is not bob's to give: bob does not hold the role controller\n"],
		['another day', [...keep, '--on', '2026-01-01'], '2: sop: sop review writes, and writes as of now: it takes no --on\n'],
	])('refuses %s', (_, words, said) => {
		const office = smallOffice(inForce);
		expect(office.refuses(...words).slice(0, said.length)).toBe(said);
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('refuses where nothing is in force', () => {
		expect(smallOffice().refuses(...keep)).toMatch(
			/^1: sop: No version of SOP-FIN-001 is in force, so there is nothing to review\nIt stands as 1\.0: draft: /,
		);
	});
});

describe('sop review --agenda', () => {
	it('puts together what to look at and writes nothing', () => {
		const office = smallOffice(inForce);
		office.does('except', smallId, '--reason', 'The portal is down', '--until', '2026-01-12', '--commit');
		office.as('eve', '2026-01-11').write({ [smallFile]: smallText({ version: '1.1', wording: 'Type it.' }) }).save('Next');
		const { code, stdout, stderr } = office.as('bob').sop('review', smallId, '--agenda');
		expect(code).toBe(0);
		expect(stdout).toContain('In force\n  1.1 since 2026-01-11\n');
		expect(stdout).toContain('Reviews\n  none is recorded\n');
		expect(stdout).toContain('Versions\n  1.0 shown 2026-01-10, superseded by 1.1 on 2026-01-11\n  1.1 shown 2026-01-11\n');
		expect(stdout).toContain('over-limit from 2026-01-10 until 2026-01-12: The portal is down\n');
		expect(stderr).toContain('0 reviews recorded.');
		expect(office.git('status', '--porcelain')).toBe('');
	});

	it('says of a review that it does not count, and why', () => {
		const office = smallOffice(inForce);
		const [path = ''] = office.does(...keep).split('\n');
		office.edit(path, 'person: ann', 'person: bob').save('Change who');
		expect(office.sop('review', smallId, '--agenda').stdout).toContain(
			'2026-01-10 bob: keep, Fine; does not count: bob does not hold the role controller\n',
		);
	});

	it('shows what documents say inert', () => {
		const change = (text: string) => text.replace('title: Pay an invoice', 'title: "Pay\\u001b[31m"');
		const { stdout } = smallOffice({ ...inForce, change }).sop('review', smallId, '--agenda');
		expect(stdout).not.toContain('\u001b');
		expect(stdout).toContain('SOP-FIN-001 Pay␛[31m\n');
	});
});

describe.skipIf(!hasPython)('on a terminal', () => {
	const home = (office: ReturnType<typeof smallOffice>) => {
		const settings = '[user]\n\tname = ann\n\temail = ann@acme.example\n';
		office.write({ '../homes/ann/.gitconfig': settings });
		return { folder: office.folder, home: `${office.folder}/../homes/ann` };
	};

	it('the reason is asked for', () => {
		const office = smallOffice(inForce);
		const ended = onTerminal(
			['review', smallId, '--verdict', 'keep'],
			[['Why did the review come to that?', 'Walked through May\r']],
			home(office),
		);
		expect(ended).toMatchObject({ code: 0, missed: null });
		const [path = ''] = office.git('ls-files', '--others', 'records').split('\n');
		expect(office.read(path)).toContain('reason: Walked through May\n');
	});

	it.each([
		['withdraw', 'Why is it withdrawn?'],
		['retire', 'Why is it retired?'],
		['except', 'Why is the exception needed?'],
	])('leaving sop %s where it asks writes nothing', (name, question) => {
		const office = smallOffice(inForce);
		const ended = onTerminal([name, smallId], [[question, '\u0003']], home(office));
		expect(ended).toMatchObject({ code: 3, missed: null });
		expect(office.git('status', '--porcelain')).toBe('');
	});
});

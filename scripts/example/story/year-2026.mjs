// 2026, up to September: a leaver, a version that never began, a provider whose contract ends, and what is left
// to do at the end of the third quarter.
import { fileOf, learn, learnAgain, review, revise, sign, write } from '../acts.mjs';
import { people } from '../people.mjs';
import { peopleRegister } from '../registers.mjs';
import { staffOn } from '../staff.mjs';

/** @param {import('../workplace.mjs').Workplace} work */
export async function year2026(work) {
	await firstQuarter(work);
	await secondQuarter(work);
	await thirdQuarter(work);
}

async function firstQuarter(work) {
	await review(work, people.henrik, '2026-01-05', 'SOP-IT-005', { reason: 'Two restores were watched' });
	await review(work, people.paul, '2026-01-08', 'SOP-HR-002', {
		reason: 'The data of five starters arrived before the cut-off',
	});
	await learnAgain(work, '2026-01-09', {
		'SOP-IT-005': people.lena,
		'SOP-HR-002': people.amara,
		'SOP-HR-005': people.paul,
	});
	await write(work, people.ruth, '2026-01-12', {
		template: 'contract-renewals',
		id: 'SOP-LEG-002',
		reason: 'A contract renewed itself for two years because nobody knew its notice day',
	});
	await write(work, people.mei, '2026-01-13', {
		template: 'help-desk',
		id: 'SOP-IT-004',
		reason: 'Requests were answered by whoever was nearest',
	});
	await sign(work, '2026-01-19', 'SOP-LEG-002');
	await sign(work, '2026-01-20', 'SOP-IT-004');
	await learn(work, people.oscar, '2026-01-26', 'SOP-LEG-002');
	await learn(work, people.lena, '2026-01-27', 'SOP-IT-004', [people.karim]);

	// The version of the review of October; it is put off before it begins, and the next number follows.
	await revise(work, people.joel, '2026-02-09', {
		id: 'SOP-HR-003',
		what: 'Company telephones are wiped on the last day',
		why: 'Periodic review of October 2025',
		retrain: 'yes',
		effective: '2026-03-16',
		edits: [],
	});
	await sign(work, '2026-02-12', 'SOP-HR-003');
	work.as(people.amara, '2026-03-02');
	await work.sop(
		'withdraw',
		'SOP-HR-003@1.1',
		'--reason',
		'The tool that wipes telephones arrives in April',
		'--sign',
		'--commit',
	);

	work.as(people.olga, '2026-03-02T12:00:00Z');
	work.write({ 'registers/people.yaml': peopleRegister(staffOn('2026-03-02')) });
	work.save('Ravi Shah leaves at the end of March');
	await revise(work, people.joel, '2026-03-23', {
		id: 'SOP-HR-003',
		what: 'Company telephones are wiped on the last day',
		why: 'Periodic review of October 2025; put off once, see 1.1',
		retrain: 'yes',
		edits: [],
	});
	await sign(work, '2026-03-26', 'SOP-HR-003');
	await learn(work, people.amara, '2026-03-27', 'SOP-HR-003');
}

async function secondQuarter(work) {
	await review(work, people.viktor, '2026-04-07', 'SOP-HR-003', {
		reason: 'Two leavers of March were followed to their accounts',
	});
	await revise(work, people.emil, '2026-04-13', {
		id: 'SOP-DAT-001',
		what: 'Orders above 50,000 EUR are keyed twice',
		why: 'Two wrong orders in February',
		edits: [],
	});
	// Signed too early: the record stays, and counts no more.
	const [early] = await sign(work, '2026-04-15', 'SOP-DAT-001', { lines: 1 });
	await work.sop(
		'withdraw',
		'--record',
		early,
		'--reason',
		'Signed before the double keying was tried',
		'--sign',
		'--commit',
	);

	await review(work, people.tom, '2026-04-20', 'SOP-FIN-003', {
		reason: 'Ten payments were followed to their calls',
	});
	await review(work, people.paul, '2026-05-04', 'SOP-HR-005', {
		reason: 'Three payrolls were computed again',
	});

	await review(work, people.diego, '2026-05-18', 'SOP-FIN-015', {
		reason: 'The thresholds hold; framework contracts come with the next version',
		as: 'procurement-manager',
	});
	await learnAgain(work, '2026-05-19', { 'SOP-FIN-014': people.jonas, 'SOP-FIN-015': people.diego });
	work.as(people.olga, '2026-06-01');
	work.write({ 'registers/people.yaml': peopleRegister(staffOn('2026-06-01'), '2026-06-30') });
	work.save('The contract with Payline Services ends in June');

	// One suggestion is declined with a reason, another waits.
	work.as(people.karim, '2026-06-08');
	const declined = (
		await work.sop('feedback', 'SOP-IT-003', 'Once a year would be enough for read rights', '--commit')
	).trim();
	work.as(people.viktor, '2026-06-10');
	await work.sop(
		'feedback',
		'answer',
		declined,
		'--reason',
		'Read rights on personnel files were the finding of 2024',
		'--sign',
		'--commit',
	);
	work.as(people.emil, '2026-06-11');
	await work.sop(
		'feedback',
		'SOP-DAT-001',
		'The sampling plan should say what to do with batches of fewer than ten records',
		'--commit',
	);

	// An edit on the mainline without a version: what was signed stays in force, the text that stands is suspended.
	work.as(people.jonas, '2026-06-15');
	work.edit(
		fileOf(work, 'SOP-FIN-014'),
		/^( {4}done_when: .+)\.$/m,
		(_, criterion) => `${criterion}, or the line manager says so.`,
	);
	work.save('Let line managers decide on missing receipts');
}

async function thirdQuarter(work) {
	await review(work, people.ben, '2026-06-22', 'CHK-FAC-002', { reason: 'The lists of a year were read' });
	await review(work, people.lena, '2026-06-23', 'CHK-IT-005', {
		reason: 'Eleven of twelve tests were done in time',
	});
	await review(work, people.paul, '2026-06-24', 'CHK-HR-005', {
		reason: 'Without the provider the items are still the same',
	});
	work.as(people.olga, '2026-07-06');
	work.write({ 'registers/people.yaml': peopleRegister(staffOn('2026-07-06'), '2026-06-30') });
	work.save('Emil Horák is away in August');

	await write(work, people.ruth, '2026-07-13', {
		template: 'provider-review',
		id: 'SOP-LEG-007',
		reason: 'Nobody had asked the payroll provider for its audit report',
	});
	await sign(work, '2026-07-20', 'SOP-LEG-007', { lines: 1 });

	work.as(people.ines, '2026-07-27');
	await work.sop(
		'except',
		'SOP-FIN-002',
		'--exception',
		'unordered-payment',
		'--reason',
		'Three card charges of a fair in Lyon that nobody remembers',
		'--until',
		'2026-08-14',
		'--sign',
		'--commit',
	);

	await revise(work, people.lucia, '2026-08-17', {
		id: 'SOP-FIN-003',
		what: 'What is to be automated of it, by whom and in which order',
		why: 'Six hundred invoices a month are keyed by hand',
		edits: [[/^covers:/m, `${automation}covers:`]],
	});
	await sign(work, '2026-08-19', 'SOP-FIN-003');

	work.as(people.petra, '2026-08-24');
	await work.sop(
		'new',
		'--small',
		'--title',
		'Cash forecast',
		'--function',
		'treasury',
		'--owner',
		'treasury-manager',
		'--author',
		people.petra.id,
		'--commit',
	);

	// Signed, and in force only after the quarter.
	await revise(work, people.elif, '2026-09-07', {
		id: 'SOP-FIN-015',
		what: 'Two offers are enough for what a framework contract covers',
		why: 'Suggestion of the buyers',
		effective: '2026-10-01',
		edits: [],
	});
	await sign(work, '2026-09-14', 'SOP-FIN-015');
}

const automation = `automation:
  stage: manual
  owner: accounts-payable-manager
  volume:
    per: month
    count: 640
  time_sensitive: true
  input: digital
  structured: true
  mapping:
    owner: accounts-payable-clerk
    due: 2026-10-30
  build:
    owner: controller
    due: 2027-01-29
`;

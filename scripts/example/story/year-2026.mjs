// 2026, up to September: a leaver, a forged paper, a version that never began, a provider whose contract ends, and what is left
// to do at the end of the third quarter.
import { fileOf, learn, review, revise, sign, write } from '../acts.mjs';
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

	work.as(people.lena, '2026-03-02T12:00:00Z');
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
	// Somebody signed the wrong document: the record stays, and counts no more.
	await revise(work, people.emil, '2026-04-13', {
		id: 'SOP-DAT-001',
		what: 'Orders above 50,000 EUR are keyed twice',
		why: 'Two wrong orders in February',
		edits: [],
	});
	await sign(work, '2026-04-15', 'SOP-DAT-001', { lines: 1 });
	await review(work, people.ines, '2026-04-20', 'SOP-FIN-003', {
		reason: 'Ten payments were followed to their calls',
		as: 'controller',
	}).catch(() =>
		review(work, people.tom, '2026-04-20', 'SOP-FIN-003', {
			reason: 'Ten payments were followed to their calls',
		}),
	);
	await review(work, people.greta, '2026-05-04', 'SOP-HR-005', {
		reason: 'Three payrolls were computed again',
	}).catch(() =>
		review(work, people.paul, '2026-05-04', 'SOP-HR-005', { reason: 'Three payrolls were computed again' }),
	);

	work.as(people.lena, '2026-06-01');
	work.write({ 'registers/people.yaml': peopleRegister(staffOn('2026-06-01'), '2026-06-30') });
	work.save('The contract with Payline Services ends in June');

	// An edit on the mainline without a version: what was signed stays in force, the text that stands is suspended.
	work.as(people.jonas, '2026-06-15');
	work.edit(
		fileOf(work, 'SOP-FIN-014'),
		/^ {4}done_when: (.+)\.$/m,
		'    done_when: $1, or the line manager says so.',
	);
	work.save('Let line managers decide on missing receipts');
}

async function thirdQuarter(work) {
	await write(work, people.ruth, '2026-07-13', {
		template: 'provider-review',
		id: 'SOP-LEG-007',
		reason: 'Nobody had asked the payroll provider for its audit report',
	});
	await sign(work, '2026-07-20', 'SOP-LEG-007', { lines: 1 });
	work.as(people.lena, '2026-07-06T10:00:00Z');
}

// 2025: the library grows; what was learnt from audits, exceptions and suggestions goes into new versions.
import { learn, learnAgain, review, revise, sign, write } from '../acts.mjs';
import { people } from '../people.mjs';
import { peopleRegister } from '../registers.mjs';
import { staffOn } from '../staff.mjs';

/** @param {import('../workplace.mjs').Workplace} work */
export async function year2025(work) {
	await winter(work);
	await spring(work);
	await summer(work);
	await autumn(work);
}

async function winter(work) {
	await write(work, people.karim, '2025-01-13', {
		template: 'backup-and-recovery',
		id: 'SOP-IT-005',
		reason: 'A restore failed, and nobody had tried one before',
	});
	await write(work, people.joel, '2025-01-15', {
		template: 'onboarding',
		id: 'SOP-HR-002',
		reason: 'New colleagues waited four days for their accounts',
	});
	await write(work, people.carla, '2025-01-16', {
		template: 'payroll',
		id: 'SOP-HR-005',
		reason: 'The payroll provider and we worked by two descriptions',
	});
	await sign(work, '2025-01-21', 'SOP-IT-005');
	await sign(work, '2025-01-22', 'SOP-HR-002');
	await sign(work, '2025-01-23', 'SOP-HR-005');
	await learn(work, people.lena, '2025-01-27', 'SOP-IT-005');
	await learn(work, people.amara, '2025-01-28', 'SOP-HR-002');
	await learn(work, people.paul, '2025-01-29', 'SOP-HR-005');

	work.as(people.olga, '2025-02-03');
	work.write({ 'registers/people.yaml': peopleRegister(staffOn('2025-02-03')) });
	work.save('Sofia Berg begins in finance');
	for (const id of ['SOP-FIN-001', 'SOP-FIN-002']) await learn(work, people.tom, '2025-02-10', id);

	// The auditors asked for it, and it counts from a Monday on.
	await revise(work, people.ravi, '2025-03-10', {
		id: 'SOP-FIN-002',
		what: 'Stale payments are asked about after 60 days, no longer after 90',
		why: 'Audit finding 2024-07',
		effective: '2025-03-24',
		edits: [
			['at_most: 90', 'at_most: 60'],
			['above: 90', 'above: 60'],
		],
	});
	await sign(work, '2025-03-13', 'SOP-FIN-002');
}

async function spring(work) {
	work.as(people.tom, '2025-04-03');
	await work.sop(
		'except',
		'SOP-FIN-002',
		'--exception',
		'statement-late',
		'--reason',
		'Hansebank changes its portal over Easter',
		'--from',
		'2025-04-03',
		'--until',
		'2025-04-10',
		'--cause',
		'Change of the portal',
		'--action',
		'Ask the bank for a calendar of such changes',
		'--action-owner',
		'treasury-analyst',
		'--action-due',
		'2025-05-15',
		'--sign',
		'--commit',
	);

	await write(work, people.lucia, '2025-05-12', {
		template: 'expense-reimbursement',
		id: 'SOP-FIN-014',
		reason: 'Receipts came by post, by mail and by hand',
	});
	await write(work, people.elif, '2025-05-13', {
		template: 'procurement',
		id: 'SOP-FIN-015',
		reason: 'Contracts were signed before anybody had asked for a second offer',
	});
	await write(work, people.emil, '2025-05-14', {
		template: 'input-validation',
		id: 'SOP-DAT-001',
		reason: 'One order in thirty was keyed wrongly',
	});
	await sign(work, '2025-05-20', 'SOP-FIN-014');
	await sign(work, '2025-05-21', 'SOP-FIN-015');
	await sign(work, '2025-05-22', 'SOP-DAT-001');
	await learn(work, people.jonas, '2025-05-26', 'SOP-FIN-014');
	await learn(work, people.diego, '2025-05-27', 'SOP-FIN-015');
	await learn(work, people.yuki, '2025-05-28', 'SOP-DAT-001');
}

async function summer(work) {
	await write(work, people.joel, '2025-06-16', {
		template: 'payroll-checklist',
		id: 'CHK-HR-005',
		reason: 'Each payroll leaves its evidence in one place',
	});
	await write(work, people.karim, '2025-06-17', {
		template: 'backup-and-recovery-checklist',
		id: 'CHK-IT-005',
		reason: 'Each test leaves its evidence in one place',
	});
	await write(work, people.noah, '2025-06-18', {
		template: 'safety-inspections-checklist',
		id: 'CHK-FAC-002',
		reason: 'Each round leaves its evidence in one place',
	});
	await sign(work, '2025-06-24', 'CHK-HR-005');
	await sign(work, '2025-06-25', 'CHK-IT-005');
	await sign(work, '2025-06-26', 'CHK-FAC-002');

	// A suggestion from the desk, which the next edition takes up and names.
	work.as(people.noah, '2025-08-11');
	const suggestion = (
		await work.sop(
			'feedback',
			'SOP-FIN-003',
			'A letter asked me to pass on new bank details of a supplier. Who checks that?',
			'--step',
			'register-invoice',
			'--commit',
		)
	).trim();

	// A new edition: everybody learns it before it counts.
	await revise(work, people.lucia, '2025-09-01', {
		id: 'SOP-FIN-003',
		major: true,
		what: 'Bank details of suppliers are changed only after a call on a number from the contract',
		why: 'A forged letter asked us to pay another account',
		retrain: 'yes',
		effective: '2025-10-01',
		row: `    contributors:\n      - ${people.noah.id}\n    answers:\n      - ${suggestion}\n`,
		edits: [
			[
				'Bank account and tax number have been compared with the supplier file.',
				'Bank account and tax number have been compared with the supplier file, and a bank account that is new has been confirmed by a call on a number from the contract.',
			],
		],
	});
	await sign(work, '2025-09-08', 'SOP-FIN-003');
	await learn(work, people.jonas, '2025-09-22', 'SOP-FIN-003');
}

async function autumn(work) {
	await review(work, people.ines, '2025-10-06', 'SOP-FIN-002', {
		reason: 'Walked through the September reconciliation of four accounts',
	});
	await review(work, people.ines, '2025-10-07', 'SOP-FIN-001', {
		reason: 'The close takes six days now; the order of the steps holds',
	});
	await review(work, people.viktor, '2025-10-08', 'SOP-HR-003', {
		verdict: 'revise',
		reason: 'Telephones that belong to leavers are not named',
		as: 'security-manager',
	});
	await review(work, people.henrik, '2025-10-09', 'SOP-IT-003', {
		reason: 'Two quarters were done as written',
	});
	await learnAgain(work, '2025-10-13', {
		'SOP-FIN-001': people.tom,
		'SOP-FIN-002': people.tom,
		'SOP-HR-003': people.amara,
		'SOP-IT-003': people.viktor,
	});
	await review(work, people.ben, '2025-11-10', 'SOP-FAC-002', {
		reason: 'The rounds of a year were read against their lists',
		as: 'facilities-manager',
	});
	await learnAgain(work, '2025-11-11', { 'SOP-FAC-002': people.yara });
	await review(work, people.ines, '2025-12-01', 'CHK-FIN-001', {
		reason: 'Every item was done within its day in November',
	});
	await review(work, people.ines, '2025-12-02', 'CHK-FIN-002', { reason: 'Every account is on the list' });
	await review(work, people.viktor, '2025-12-03', 'CHK-IT-003', {
		reason: 'The evidence of three quarters was complete',
	});
	await review(work, people.paul, '2025-12-04', 'CHK-HR-005', { reason: 'The sums of six months tied' });

	// Nobody has paid anything in cash since the cards came.
	work.as(people.tom, '2025-12-15');
	await work.sop(
		'retire',
		'SOP-FIN-020',
		'--reason',
		'Nothing is paid in cash any more',
		'--successor',
		'SOP-FIN-014',
		'--sign',
		'--commit',
	);
}

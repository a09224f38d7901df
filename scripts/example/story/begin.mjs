// 2024: the library is laid out, the first procedures are written, signed and learnt; one comes over from paper.
import { learn, sign, write } from '../acts.mjs';
import { people } from '../people.mjs';
import { pettyCashText } from '../petty-cash.mjs';
import {
	activitiesRegister,
	calendar,
	config,
	controls,
	peopleRegister,
	roles,
	tools,
} from '../registers.mjs';
import { scanOfApproval } from '../scan.mjs';
import { staffOn } from '../staff.mjs';

/** @param {import('../workplace.mjs').Workplace} work */
export async function begin(work) {
	layOut(work);
	await firstProcedures(work);
	await fromPaper(work);
	await firstChecklists(work);
	await pettyCash(work);
}

function layOut(work) {
	work.as(people.olga, '2024-10-01');
	work.git('init', '--quiet', '--initial-branch=main');
	work.write({
		'sop.config.yaml': config,
		'registers/people.yaml': peopleRegister(staffOn('2024-10-01')),
		'registers/roles.yaml': roles,
		'registers/activities.yaml': activitiesRegister({
			'finance.inventory-reconciliation': 'Everything is shipped by the supplier, we hold no stock',
			'finance.deferred-revenue-reconciliation': 'All services are invoiced when they are done',
			'finance.debt-reconciliation': 'There are no loans',
		}),
		'registers/calendar.yaml': calendar,
		'registers/tools.yaml': tools,
		'registers/controls.yaml': controls,
	});
	work.save('Lay out the library');
}

async function firstProcedures(work) {
	await write(work, people.ravi, '2024-10-07', {
		template: 'bank-reconciliation',
		id: 'SOP-FIN-002',
		reason: 'Three people reconciled in three ways',
		confirm: { retention: '10 years' },
		edits: [
			[
				/^covers:/m,
				'satisfies:\n  - control: FC-01\n    how: Reconciled each month by somebody without payment rights, signed by the controller\ncovers:',
			],
		],
	});
	await write(work, people.lucia, '2024-10-09', {
		template: 'accounts-payable',
		id: 'SOP-FIN-003',
		reason: 'An invoice was paid twice in August',
		edits: [
			[/^covers:/m, 'satisfies:\n  - control: FC-02\n    how: Three-way match before release\ncovers:'],
		],
	});
	await sign(work, '2024-10-14', 'SOP-FIN-002');
	await sign(work, '2024-10-15', 'SOP-FIN-003');
	await learn(work, people.tom, '2024-10-17', 'SOP-FIN-002');
	await learn(work, people.jonas, '2024-10-18', 'SOP-FIN-003');

	await write(work, people.ravi, '2024-10-21', {
		template: 'month-end-close',
		id: 'SOP-FIN-001',
		reason: 'The close took eleven days, and nobody could say which step was late',
	});
	await write(work, people.joel, '2024-10-22', {
		template: 'offboarding',
		id: 'SOP-HR-003',
		reason: 'The audit found two accounts of leavers that still worked',
		edits: [
			[/^covers:/m, 'satisfies:\n  - control: IT-07\n    how: Accounts are closed on the last day\ncovers:'],
		],
	});
	await write(work, people.mei, '2024-10-23', {
		template: 'access-review',
		id: 'SOP-IT-003',
		reason: 'Rights were given and never taken back',
	});
	await sign(work, '2024-10-28', 'SOP-FIN-001');
	await sign(work, '2024-10-29', 'SOP-HR-003');
	await sign(work, '2024-10-30', 'SOP-IT-003');
	await learn(work, people.tom, '2024-11-04', 'SOP-FIN-001');
	await learn(work, people.amara, '2024-11-05', 'SOP-HR-003');
	await learn(work, people.viktor, '2024-11-06', 'SOP-IT-003');
}

/** A procedure that was signed on paper before the library was adopted; the scan is recorded by somebody else. */
async function fromPaper(work) {
	const scan = 'attachments/facilities/safety-inspections-2024-05-13.pdf';
	await write(work, people.noah, '2024-11-11', {
		template: 'safety-inspections',
		id: 'SOP-FAC-002',
		reason: 'Taken over from the paper handbook, chapter 7',
	});
	work.as(people.noah, '2024-11-12').write({
		[scan]: scanOfApproval('SOP-FAC-002 1.0 Safety inspections', [
			'Ben Hughes, facilities manager',
			'Yara Haddad, safety officer',
		]),
	});
	work.save('File the signed page of the paper handbook');
	work.as(people.olga, '2024-11-13');
	for (const [person, role, meaning] of [
		[people.ben, 'facilities-manager', 'approval'],
		[people.yara, 'safety-officer', 'review'],
	])
		await work.sop(
			'approve',
			'SOP-FAC-002',
			'--on-paper',
			scan,
			'--date',
			'2024-05-13',
			'--person',
			person.id,
			'--as',
			role,
			'--meaning',
			meaning,
			'--commit',
		);
	await learn(work, people.yara, '2024-11-20', 'SOP-FAC-002');
}

async function firstChecklists(work) {
	await write(work, people.ravi, '2024-11-25', {
		template: 'month-end-close-checklist',
		id: 'CHK-FIN-001',
		reason: 'Each close leaves its evidence in one place',
	});
	await write(work, people.petra, '2024-11-26', {
		template: 'bank-reconciliation-checklist',
		id: 'CHK-FIN-002',
		reason: 'Each month leaves its evidence in one place',
	});
	await write(work, people.mei, '2024-11-27', {
		template: 'access-review-checklist',
		id: 'CHK-IT-003',
		reason: 'Each quarter leaves its evidence in one place',
	});
	await sign(work, '2024-12-02', 'CHK-FIN-001');
	await sign(work, '2024-12-03', 'CHK-FIN-002');
	await sign(work, '2024-12-04', 'CHK-IT-003');
}

/** A procedure of a page, written by hand. It is retired a year later. */
async function pettyCash(work) {
	work.as(people.lucia, '2024-12-09').write({ 'sops/finance/petty-cash.sop.yaml': pettyCashText });
	work.save('Add SOP-FIN-020 Petty cash');
	await sign(work, '2024-12-12', 'SOP-FIN-020');
}

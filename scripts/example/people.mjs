// The people of the example company, from whom its people register is made. Nobody here is real.

/** @typedef {{ role: string, from: string, until?: string }} Held */
/** @typedef {{ id: string, name: string, address: string, roles: Held[], absent?: { from: string, until: string }[], organisation?: string, until?: string }} Person */

const begin = '2024-10-01';

/** @type {(id: string, name: string, roles: readonly (string | Held)[], more?: object) => Person} */
const person = (id, name, roles, more = {}) => ({
	id,
	name,
	address: `${id}@harbourvale.example`,
	roles: roles.map((role) => (typeof role === 'string' ? { role, from: begin } : role)),
	...more,
});

export const people = {
	maya: person('maya.lind', 'Maya Lind', ['chief-executive']),
	ines: person('ines.duarte', 'Inês Duarte', ['cfo']),
	hugo: person('hugo.lindqvist', 'Hugo Lindqvist', ['treasury-manager']),
	tom: person('tom.okafor', 'Tom Okafor', ['controller', 'tax-manager']),
	ravi: person('ravi.shah', 'Ravi Shah', [{ role: 'staff-accountant', from: begin, until: '2026-03-31' }]),
	sofia: person('sofia.berg', 'Sofia Berg', [
		{ role: 'staff-accountant', from: '2025-02-03' },
		{ role: 'financial-analyst', from: '2025-02-03' },
	]),
	jonas: person('jonas.keller', 'Jonas Keller', ['accounts-payable-manager', 'accounts-receivable-manager']),
	lucia: person('lucia.romano', 'Lucia Romano', ['accounts-payable-clerk', 'accounts-receivable-clerk']),
	petra: person('petra.novak', 'Petra Novák', ['treasury-analyst', 'tax-accountant', 'cost-accountant']),
	diego: person('diego.marin', 'Diego Marín', ['procurement-manager', 'financial-planning-manager']),
	elif: person('elif.kaya', 'Elif Kaya', [
		'buyer',
		'budget-owner',
		'line-manager',
		'employee',
		'hiring-manager',
	]),
	amara: person('amara.nwosu', 'Amara Nwosu', ['hr-manager', 'recruiting-manager', 'benefits-manager']),
	joel: person('joel.brandt', 'Joel Brandt', ['hr-specialist', 'benefits-specialist', 'recruiter']),
	greta: person('greta.holm', 'Greta Holm', ['hr-director']),
	paul: person('paul.meyer', 'Paul Meyer', ['payroll-manager']),
	carla: person('carla.mendes', 'Carla Mendes', ['payroll-specialist'], {
		organisation: 'Payline Services',
		address: 'c.mendes@payline.example',
	}),
	lena: person('lena.fischer', 'Lena Fischer', ['it-manager']),
	anna: person('anna.schulz', 'Anna Schulz', ['help-desk-manager', 'application-owner']),
	viktor: person('viktor.lang', 'Viktor Lang', ['security-manager']),
	karim: person('karim.aziz', 'Karim Aziz', ['system-administrator']),
	mei: person('mei.chen', 'Mei Chen', ['security-analyst', 'help-desk-agent', 'database-administrator']),
	henrik: person('henrik.dahl', 'Henrik Dahl', ['it-director']),
	nadia: person('nadia.rossi', 'Nadia Rossi', ['general-counsel', 'data-protection-officer']),
	oscar: person('oscar.weber', 'Oscar Weber', ['compliance-manager', 'contract-manager', 'risk-manager']),
	ruth: person('ruth.adler', 'Ruth Adler', ['counsel', 'compliance-analyst']),
	ben: person('ben.hughes', 'Ben Hughes', ['facilities-manager']),
	yara: person('yara.haddad', 'Yara Haddad', ['safety-officer', 'office-manager']),
	noah: person('noah.klein', 'Noah Klein', ['facilities-technician', 'office-coordinator', 'employee']),
	yuki: person('yuki.tanaka', 'Yuki Tanaka', [
		'data-operations-manager',
		'records-manager',
		'order-desk-manager',
	]),
	arno: person('arno.visser', 'Arno Visser', ['data-analyst']),
	emil: person('emil.horak', 'Emil Horák', ['data-entry-clerk', 'records-clerk', 'order-clerk'], {
		absent: [{ from: '2026-08-03', until: '2026-08-21' }],
	}),
	dana: person('dana.silva', 'Dana Silva', ['data-quality-manager']),
	olga: person('olga.petrova', 'Olga Petrova', ['internal-auditor', 'process-owner']),
};

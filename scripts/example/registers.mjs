// Config and registers of the example company as they stand on a day: texts to be written into its library.
import { readFileSync } from 'node:fs';
import { sshKey } from './ssh-key.mjs';

const shipped = (name) =>
	readFileSync(new URL(`../../templates/registers/${name}.yaml`, import.meta.url), 'utf8');

export const config = `# Settings of the library of Harbour & Vale, a company that does not exist.
format: 1
library: "e0a3c5d79b1f4286ad2e6c8f01b3d597"
mainline: main
timezone: Europe/Berlin
preset: recommended
functions:
  - id: treasury
    code: TRS
approvals: required
adopted: 2024-10-01  # before that day procedures lived on paper
frameworks:
  - iso-9001
  - sox
defaults:
  retention: 10 years
  review: 1 year
abbreviations:
  - ERP
  - EUR
feedback_to: "mailto:procedures@harbourvale.example"
`;

/**
 * The people register.
 *
 * @param {readonly import('./people.mjs').Person[]} people
 * @param {string} [contractUntil] the last day of the payroll provider's contract
 */
export function peopleRegister(people, contractUntil) {
	return [
		'# Who works here. Entries are ended with `until`, never deleted: records lean on them.',
		'format: 1',
		'organisations:',
		'  - name: Payline Services',
		'    contract: PRV-2024-003',
		...(contractUntil === undefined ? [] : [`    until: ${contractUntil}`]),
		'people:',
		...people.flatMap(personLines),
		'',
	].join('\n');
}

/** @param {import('./people.mjs').Person} person */
function personLines({ id, name, address, roles, absent, organisation, until }) {
	return [
		`  - id: ${id}`,
		`    name: ${name}`,
		'    addresses:',
		`      - address: ${address}`,
		'    roles:',
		...roles.flatMap((held) => [
			`      - role: ${held.role}`,
			`        from: ${held.from}`,
			...(held.until === undefined ? [] : [`        until: ${held.until}`]),
		]),
		'    keys:',
		`      - ssh: "${sshKey(address).line}"`,
		'        from: 2024-10-01',
		...(absent === undefined
			? []
			: [
					'    absent:',
					...absent.flatMap((time) => [`      - from: ${time.from}`, `        until: ${time.until}`]),
				]),
		...(organisation === undefined ? [] : [`    organisation: ${organisation}`]),
		...(until === undefined ? [] : [`    until: ${until}`]),
	];
}

/** The roles that ship with the templates. */
export const roles = shipped('roles').replace(
	'# The roles that the templates name.',
	'# Roles at Harbour & Vale.',
);

/**
 * The activities that ship, with those set aside that Harbour & Vale does not do, and one of its own.
 *
 * @param {Readonly<Record<string, string>>} setAside reasons by id
 */
export function activitiesRegister(setAside) {
	const marked = Object.entries(setAside).reduce((text, [id, reason]) => {
		const changed = text.replace(
			new RegExp(`(  - id: ${id}\n(?:    .*\n)+)`),
			`$1    not_applicable: ${reason}\n`,
		);
		if (changed === text) throw new Error(`no activity ${id} ships`);
		return changed;
	}, shipped('activities'));
	return `${marked}
  # Our own
  - id: treasury.cash-forecast
    name: Cash forecast
    function: treasury
    every: 1 week
    risk: medium
    owner: treasury-manager
`;
}

export const calendar = `format: 1
calendar:
  timezone: Europe/Berlin
  week: [mon, tue, wed, thu, fri]
  hours: "09:00-17:00"
  holidays:
    - day: 2024-12-25
      name: Christmas Day
    - day: 2024-12-26
      name: Second day of Christmas
    - day: 2025-01-01
      name: New Year
    - day: 2025-04-18
      name: Good Friday
    - day: 2025-04-21
      name: Easter Monday
    - day: 2025-05-01
      name: Labour Day
    - day: 2025-10-03
      name: Day of German Unity
    - day: 2025-12-25
      name: Christmas Day
    - day: 2025-12-26
      name: Second day of Christmas
    - day: 2026-01-01
      name: New Year
    - day: 2026-04-03
      name: Good Friday
    - day: 2026-04-06
      name: Easter Monday
    - day: 2026-05-01
      name: Labour Day
`;

export const tools = `format: 1
tools:
  - id: ledgerline
    name: Ledgerline
    kind: erp
    best_for: Postings, matching, open items and the purchase to pay chain
    limitation: Closes a period for everybody at once; single accounts cannot be opened again
    owner: controller
  - id: payline
    name: Payline
    kind: payroll-hr
    best_for: Gross to net for German payroll, with filing
    limitation: Takes changes until the 15th; what is later waits for the next run
    owner: payroll-manager
  - id: peoplebase
    name: Peoplebase
    kind: payroll-hr
    best_for: Personnel files and the data of joiners and leavers
    limitation: Sends no event when a last day is moved
    owner: hr-manager
  - id: paperwell
    name: Paperwell
    kind: documentation
    best_for: Evidence that has to be kept unchanged
    limitation: Searches names of files, not their text
    owner: records-manager
  - id: deskhand
    name: Deskhand
    kind: workflow
    best_for: Requests with an owner and a time limit
    limitation: Its clock runs at weekends too
    owner: help-desk-manager
  - id: robohand
    name: Robohand
    kind: rpa
    best_for: Copying the same fields between two screens all day
    limitation: Stops when a screen changes
    owner: it-manager
`;

export const controls = `format: 1
controls:
  - id: FC-01
    title: Cash is reconciled each month by somebody who cannot pay
    key: true
    clauses:
      - PCAOB AS 2201.39
  - id: FC-02
    title: Nothing is paid without order, receipt and invoice that agree
    key: true
    clauses:
      - PCAOB AS 2201.39
  - id: IT-07
    title: Access of leavers ends on their last day
    key: true
    clauses: []
`;

import type { PlannedFile } from './planned-file.ts';

const modeline = (kind: string) => `# yaml-language-server: $schema=../.sop/schemas/${kind}.schema.json\n`;

/** The registers of a new library but the activities: valid, as empty as they can be, each with an example as a comment. */
export const registerFiles: readonly PlannedFile[] = [
	{
		path: 'registers/roles.yaml',
		text: `${modeline('roles')}# Roles that documents name. As long as none stands here, documents may name any; then only these.
format: 1
roles: []
#  - id: controller
#    name: Controller
#    function: finance
#    delegates:  # who acts when nobody who holds it is there
#      - finance-director
`,
	},
	{
		path: 'registers/people.yaml',
		text: `${modeline('people')}# People, by an id that never changes. Entries are ended with \`until\`, never deleted: records lean on them.
format: 1
people: []
#  - id: j.roe
#    name: John Roe
#    addresses:  # under which they commit
#      - address: john.roe@acme.example
#    roles:
#      - role: controller
#        from: 2026-01-01
`,
	},
	{
		path: 'registers/calendar.yaml',
		text: `${modeline('calendar')}# Which days and hours count as business time in "5 business days" and "8 business hours".
format: 1
calendar:
  week:
    - mon
    - tue
    - wed
    - thu
    - fri
  hours: "09:00-17:00"
#  holidays:
#    - day: 2026-12-25
#      name: Christmas
`,
	},
	{
		path: 'registers/tools.yaml',
		text: `${modeline('tools')}# Systems and applications that procedures use.
format: 1
tools: []
#  - id: netsuite
#    name: NetSuite
#    kind: erp  # erp, payroll-hr, rpa, documentation, workflow or other
#    owner: controller
`,
	},
	{
		path: 'registers/controls.yaml',
		text: `${modeline('controls')}# Controls that documents satisfy.
format: 1
controls: []
#  - id: SOX-404
#    title: Cash is reconciled
#    key: true
#    clauses:
#      - PCAOB AS 2201.39
`,
	},
];

/** The register of activities of a new library: the one that ships, to be made its own. */
export function activitiesFile(shipped: string): PlannedFile {
	return { path: 'registers/activities.yaml', text: modeline('activities') + shipped };
}

/** The fifteen sections of an SOP: number, key in the file, name (EPA QA/G-6 and the house format). */
export const sections = [
	{ number: 1, key: 'purpose', name: 'Purpose and scope', short: 'Purpose' },
	{ number: 2, key: 'regulations', name: 'Applicable regulations or policies', short: 'Regulations' },
	{ number: 3, key: 'definitions', name: 'Definitions and abbreviations', short: 'Definitions' },
	{ number: 4, key: 'roles', name: 'Roles and responsibilities', short: 'Roles' },
	{ number: 5, key: 'tools', name: 'Required tools and software', short: 'Tools' },
	{ number: 6, key: 'inputs', name: 'Inputs and outputs', short: 'Inputs and outputs' },
	{ number: 7, key: 'procedure', name: 'Step-by-step procedure', short: 'Procedure' },
	{ number: 8, key: 'decisions', name: 'Decision points and branching', short: 'Decisions' },
	{ number: 9, key: 'quality', name: 'Quality checkpoints', short: 'Quality' },
	{ number: 10, key: 'escalation', name: 'Error handling and escalation paths', short: 'Escalation' },
	{ number: 11, key: 'exceptions', name: 'Exception management', short: 'Exceptions' },
	{ number: 12, key: 'training', name: 'Training requirements', short: 'Training' },
	{ number: 13, key: 'references', name: 'Related documents and references', short: 'References' },
	{ number: 14, key: 'change_log', name: 'Version history and change log', short: 'Change log' },
	{ number: 15, key: 'approval', name: 'Approval signatures and review schedule', short: 'Approval' },
] as const;

export type Section = (typeof sections)[number];
export type SectionNumber = Section['number'];

const numberOfKey = new Map<string, SectionNumber>([
	...sections.map((section): [string, SectionNumber] => [section.key, section.number]),
	// Keys that share a section with another.
	['raci', 4],
	['outputs', 6],
]);

/** The section a top-level key belongs to; undefined for the header. */
export function sectionOfKey(key: string | number | undefined): SectionNumber | undefined {
	return typeof key === 'string' ? numberOfKey.get(key) : undefined;
}

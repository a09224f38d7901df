import { type ClausePack, numbered, titled } from './clause-pack.ts';

/** The seventeen principles of internal control. Numbers by secondary sources: the text is COSO's. */
export const coso: ClausePack = {
	framework: 'coso',
	name: 'COSO 2013',
	title: 'Framework of internal control',
	issuer: 'COSO',
	edition: '2013',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	heads: [
		{
			pattern: /COSO(?: ?\(?(?<edition>(?:19|20)\d\d)\)?)?(?![\d.]),?(?: principle(?= \d)| (?=\d))?/iy,
			prefix: 'Principle ',
		},
		{ pattern: /(?:principle )?(?=\d)/iy, prefix: 'Principle ', afterId: true },
	],
	complete: /^principle\d/,
	clauses: [
		...numbered('Principle ', 1, 5, 'Control environment'),
		...numbered('Principle ', 6, 9, 'Assessment of risk'),
		...titled({
			'Principle 10': 'Choice of controls, duties kept apart',
			'Principle 11': 'Controls over technology',
			'Principle 12': 'Policies say what is expected, procedures put it to work',
		}),
		...numbered('Principle ', 13, 15, 'Information and communication'),
		...numbered('Principle ', 16, 17, 'Monitoring'),
	],
};

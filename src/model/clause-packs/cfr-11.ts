import { type ClausePack, letters, titled } from './clause-pack.ts';

/** 21 CFR part 11: electronic records and signatures. Public law, read at its source. */
export const cfr11: ClausePack = {
	framework: 'cfr-11',
	name: '21 CFR',
	title: 'Electronic records; electronic signatures',
	issuer: 'FDA',
	edition: '1997',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	heads: [
		{ pattern: /(?:FDA,? )?21 ?C\.?F\.?R\.? ?(?:parts? ?|§{1,2} ?|sections? ?|sec\. ?){0,2}(?=11(?!\d))/iy },
	],
	complete: /^11(?!\d)/,
	clauses: [
		...titled({
			'11': 'The whole part',
			'11.1': 'Which records and signatures it is about',
			'11.2': 'Where it is applied',
			'11.3': 'Words it uses',
			'11.30': 'Open systems',
			'11.70': 'Signatures linked to their records',
		}),
		{
			number: '11.10',
			title: 'Closed systems: validation, copies, audit trail, authority',
			parts: letters('k'),
		},
		{ number: '11.50', title: 'What a signature shows: name, time, meaning', parts: letters('b') },
		{ number: '11.100', title: 'Signatures belong to one person', parts: letters('c') },
		{ number: '11.200', title: 'Components of electronic signatures', parts: letters('b') },
		{ number: '11.300', title: 'Identification codes and passwords', parts: letters('e') },
	],
};

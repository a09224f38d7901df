import { type ClausePack, letters } from './clause-pack.ts';

/** 45 CFR 164.316: policies, procedures and documentation of the security rule. Public law, read at its source. */
export const hipaa: ClausePack = {
	framework: 'hipaa',
	name: '45 CFR',
	title: 'Security standards for electronic protected health information',
	issuer: 'HHS',
	edition: '2013',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	retention: { atLeast: '6 years', clause: '164.316(b)(2)(i)' },
	heads: [
		{
			pattern: /(?:HIPAA,? )?45 ?C\.?F\.?R\.? ?(?:parts? ?|§{1,2} ?|sections? ?|sec\. ?){0,2}(?=164(?!\d))/iy,
		},
		{ pattern: /HIPAA(?: (?:security|privacy) rule)?,? ?(?:§{1,2} ?|section )?(?=164(?!\d))/iy },
	],
	complete: /^164\.316(?!\d)/,
	clauses: [
		{ number: '164', title: 'The whole part' },
		{ number: '164.316', title: 'Policies, procedures and documentation', parts: letters('b') },
		{ number: '164.316(b)', title: 'Documentation', parts: ['1', '2'] },
		{ number: '164.316(b)(1)', title: 'Written, electronic form included', parts: ['i', 'ii'] },
		{ number: '164.316(b)(2)', title: 'Kept, available, reviewed', parts: ['i', 'ii', 'iii'] },
	],
};

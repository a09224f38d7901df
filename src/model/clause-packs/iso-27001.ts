import { type ClausePack, numbered, titled } from './clause-pack.ts';

/** Information security: the controls of annex A. Numbers by secondary sources: the text is sold by ISO. */
export const iso27001: ClausePack = {
	framework: 'iso-27001',
	name: 'ISO/IEC 27001:2022',
	title: 'Information security management',
	issuer: 'ISO/IEC',
	edition: '2022',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	earlierEditions: {
		'2005': { since: '2015-10-01', by: 'ISO/IEC 27001:2022' },
		'2013': { since: '2025-11-01', by: 'ISO/IEC 27001:2022' },
	},
	heads: [
		{
			pattern:
				/(?:(?:DIN|BS|NF|UNE|UNI|EN)[ /-]{1,3}){0,3}ISO(?:[ /]IEC)?[ -]?27001(?:[:-](?<edition>\d{4}))?(?![\d.])(?:,? annex(?= A))?/iy,
		},
	],
	complete: /^a\d/,
	clauses: [
		...numbered('A.5.', 1, 36, 'Control by the organisation'),
		...titled({ 'A.5.37': 'Operating procedures written down, and there for those who need them' }),
		...numbered('A.6.', 1, 8, 'Control by people'),
		...numbered('A.7.', 1, 14, 'Control of premises'),
		...numbered('A.8.', 1, 34, 'Control by technology'),
	],
};

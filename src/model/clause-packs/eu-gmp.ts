import { type ClausePack, letters, numbered, titled } from './clause-pack.ts';

/**
 * EudraLex volume 4, chapter 4 and annex 11, in the texts of 2011. Drafts of both were published for comment in
 * July 2025; until they are adopted the texts of 2011 hold.
 */
export const euGmp: ClausePack = {
	framework: 'eu-gmp',
	name: 'EU GMP',
	title: 'Good manufacturing practice: documentation, computerised systems',
	issuer: 'European Commission',
	edition: '2011',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	heads: [
		{
			pattern:
				/(?:EudraLex(?:,? vol(?:ume|\.)? ?4)?|EU[ -]?GMP|EU|GMP)(?: guide(?:lines?)?)?,? annex 11(?!\d)[.,]?/iy,
			prefix: 'Annex 11 ',
		},
		{
			pattern:
				/(?:EudraLex(?:,? vol(?:ume|\.)? ?4)?|EU[ -]?GMP|GMP)(?: guide(?:lines?)?)?,? (?:part (?:1|I),? )?(?:chapter|ch\.) ?(?:4(?![\d.])[.,]?|(?=4\.\d))/iy,
			prefix: 'Chapter ',
		},
		{ pattern: /EU[ -]?GMP(?= \d)/iy, prefix: 'Chapter ' },
		{ pattern: /annex 11(?!\d)[.,]?/iy, prefix: 'Annex 11 ', afterId: true },
		{ pattern: /(?:(?:chapter|ch\.) ?(?:4(?![\d.])[.,]?|(?=4\.\d)))?/iy, prefix: 'Chapter ', afterId: true },
	],
	complete: /^chapter4\.|^annex11\./,
	clauses: [
		...titled({
			'Chapter 4.1': 'Records and instructions in any form',
			'Chapter 4.2': 'Designed, prepared, reviewed and distributed with care',
			'Chapter 4.3': 'Approved, signed and dated by those who may; unique, with a day in force',
			'Chapter 4.4': 'Instructions in an orderly, imperative style',
			'Chapter 4.5': 'Reviewed regularly and kept up to date',
			'Chapter 4.6': 'Not written by hand',
			'Chapter 4.7': 'Entries clear and lasting',
			'Chapter 4.8': 'Recorded when done',
			'Chapter 4.9': 'Changes signed and dated, with the first entry readable',
			'Chapter 4.10': 'Which record belongs to which work, and where it is kept',
			'Chapter 4.11': 'How long batch documents are kept',
			'Chapter 4.12': 'How long other documents are kept',
		}),
		...numbered('Chapter 4.', 13, 32, 'Specifications, formulae, procedures and records'),
		...titled({
			'Annex 11 1': 'Management of risk',
			'Annex 11 2': 'Personnel',
			'Annex 11 3': 'Suppliers',
			'Annex 11 4': 'Validation',
			'Annex 11 5': 'Exchange of data',
			'Annex 11 6': 'Second check of critical entries',
			'Annex 11 7': 'Storage of data',
			'Annex 11 8': 'Printouts',
			'Annex 11 9': 'Audit trails with reasons, reviewed',
			'Annex 11 10': 'Changes and configuration',
			'Annex 11 11': 'Evaluation at intervals',
			'Annex 11 12': 'Access and who did what',
			'Annex 11 13': 'Incidents',
			'Annex 11 15': 'Release of batches',
			'Annex 11 16': 'Going on when a system fails',
			'Annex 11 17': 'Archives',
		}),
		{ number: 'Annex 11 14', title: 'Electronic signatures', parts: letters('c') },
		...numbered('Annex 11 3.', 1, 4, 'Suppliers'),
		...numbered('Annex 11 4.', 1, 8, 'Validation'),
		...numbered('Annex 11 7.', 1, 2, 'Storage of data'),
		...numbered('Annex 11 8.', 1, 2, 'Printouts'),
		...numbered('Annex 11 12.', 1, 4, 'Access and who did what'),
	],
};

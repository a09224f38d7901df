import { type ClausePack, letters, numbered, titled } from './clause-pack.ts';

/** On this day the standards got the numbers they have now. */
const since = '2016-12-31';

/** Internal control over financial reporting: the act, and the two PCAOB standards auditors hold controls against. */
export const sox: ClausePack = {
	framework: 'sox',
	name: '',
	title: 'Internal control over financial reporting',
	issuer: 'PCAOB',
	edition: '2025',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	heads: [
		{ pattern: /(?:PCAOB[ ,]{1,2})?(?:AS|auditing standard) ?(?=\d{4}(?!\d))/iy, prefix: 'PCAOB AS ' },
		{ pattern: /(?:PCAOB[ ,]{1,2})?(?:AS|auditing standard) no\.? ?(?=\d)/iy, prefix: 'PCAOB AS No. ' },
		{
			pattern: /(?:SOX|Sarbanes[- ]Oxley(?: Act)?(?: of 2002)?),? (?:section |sec\. ?|§ ?)?(?=\d{3}(?!\d))/iy,
			prefix: 'SOX Section ',
		},
		{ pattern: /section (?=\d{3}(?!\d))/iy, prefix: 'SOX Section ', afterId: true },
	],
	complete: /^pcaobas2201\.\d/,
	clauses: [
		...titled({
			'PCAOB AS 2201': 'Audit of internal control over financial reporting',
			'PCAOB AS 1105': 'Audit evidence',
			'PCAOB AS 1105.07': 'Relevance of evidence',
			'PCAOB AS 1105.08': 'Reliability of evidence',
			'PCAOB AS 1105.10': 'Information that the company has made: accurate and complete',
			'PCAOB AS 1105.10A': 'Information from outside that the company received in electronic form',
			'SOX Section 302': 'Officers certify the reports',
			'SOX Section 906': 'Criminal liability for the certificates',
		}),
		{ number: 'SOX Section 404', title: 'Management assesses internal control', parts: letters('c') },
		...numbered('PCAOB AS 2201.', 1, 8, 'Aim of the audit', 2),
		...numbered('PCAOB AS 2201.', 9, 20, 'Planning', 2),
		...numbered('PCAOB AS 2201.', 21, 41, 'From the top down to the controls to be tested', 2),
		...numbered('PCAOB AS 2201.', 42, 61, 'Testing of controls', 2),
		...numbered('PCAOB AS 2201.', 62, 70, 'Weighing of deficiencies', 2),
		...numbered('PCAOB AS 2201.', 71, 84, 'Concluding', 2),
		...numbered('PCAOB AS 2201.', 85, 99, 'Reporting', 2),
		{
			number: 'PCAOB AS No. 5',
			title: 'The number AS 2201 had before',
			superseded: { since, by: 'PCAOB AS 2201' },
		},
		{
			number: 'PCAOB AS No. 15',
			title: 'The number AS 1105 had before',
			superseded: { since, by: 'PCAOB AS 1105' },
		},
	],
};

import { type Clause, type ClausePack, letters } from './clause-pack.ts';

const families = 'AC AT AU CA CM CP IA IR MA MP PE PL PM PS PT RA SA SC SI SR'.split(' ');

/** The first control of each family: policy and procedures. `xx-1` stands for all of them. Public, read at its source. */
export const nist80053: ClausePack = {
	framework: 'nist-800-53',
	name: 'NIST SP 800-53 Rev. 5',
	title: 'Security and privacy controls',
	issuer: 'NIST',
	edition: '5',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	earlierEditions: {
		'3': { since: '2014-04-30', by: 'NIST SP 800-53 Rev. 5' },
		'4': { since: '2021-09-23', by: 'NIST SP 800-53 Rev. 5' },
	},
	heads: [
		{
			pattern:
				/NIST (?:SP |special publication )?800-53(?:,? ?(?:r|rev\.? ?|revision )(?<edition>\d))?(?![\d.])/iy,
		},
	],
	complete: /^[a-z]{2}-1[a-z]?$/,
	clauses: ['xx', ...families].map(
		(family): Clause => ({
			number: `${family}-1`,
			title: 'Policy and procedures: written, owned, reviewed',
			...(family === 'PM' ? {} : { parts: letters('c') }),
		}),
	),
};

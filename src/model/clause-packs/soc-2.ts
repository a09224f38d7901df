import { type ClausePack, numbered, titled } from './clause-pack.ts';

/** Trust services criteria (TSP section 100). Numbers by secondary sources: the text is the AICPA's. */
export const soc2: ClausePack = {
	framework: 'soc-2',
	name: 'TSC',
	title: 'Trust services criteria',
	issuer: 'AICPA',
	edition: '2017',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	heads: [
		{
			pattern:
				/(?:AICPA,? )?(?:TSC|TSP(?: section)? 100|SOC ?2(?: type (?:1|2|I|II))?|trust services criteria)(?:[ :]+(?<edition>\d{4}))?(?![\d.])/iy,
		},
	],
	complete: /^(?:cc|a|c|pi|p)\d/,
	clauses: [
		...numbered('CC1.', 1, 5, 'Control environment'),
		...numbered('CC2.', 1, 3, 'Communication and information'),
		...numbered('CC3.', 1, 4, 'Assessment of risk'),
		...numbered('CC4.', 1, 2, 'Monitoring'),
		...numbered('CC5.', 1, 2, 'Choice of controls'),
		...titled({ 'CC5.3': 'Policies say what is expected, procedures put it to work' }),
		...numbered('CC6.', 1, 8, 'Access'),
		...numbered('CC7.', 1, 5, 'Operation of systems'),
		...titled({ 'CC8.1': 'Changes authorised, tested, approved' }),
		...numbered('CC9.', 1, 2, 'Mitigation of risk'),
		...numbered('A1.', 1, 3, 'Availability'),
		...numbered('C1.', 1, 2, 'Confidentiality'),
		...numbered('PI1.', 1, 5, 'Integrity of processing'),
		...numbered('P1.', 1, 1, 'Privacy: notice'),
		...numbered('P2.', 1, 1, 'Privacy: choice and consent'),
		...numbered('P3.', 1, 2, 'Privacy: collection'),
		...numbered('P4.', 1, 3, 'Privacy: use, retention, disposal'),
		...numbered('P5.', 1, 2, 'Privacy: access'),
		...numbered('P6.', 1, 7, 'Privacy: disclosure'),
		...numbered('P7.', 1, 1, 'Privacy: quality'),
		...numbered('P8.', 1, 1, 'Privacy: monitoring'),
	],
};

import { type Clause, type ClausePack, titled } from './clause-pack.ts';

/** On this day the quality management system regulation took the place of the quality system regulation. */
const since = '2026-02-02';

/**
 * Sections that are reserved since then, each with the clause of ISO 13485 that answers it now: 820.7 and 820.10
 * make the standard binding. The pairs follow published comparisons; they help to find the clause, no more.
 */
const superseded: Readonly<Record<string, readonly [title: string, clause: string]>> = {
	'820.5': ['Quality system', '4.1'],
	'820.20': ['Responsibility of management', '5'],
	'820.22': ['Quality audit', '8.2.4'],
	'820.25': ['Personnel', '6.2'],
	'820.30': ['Design controls', '7.3'],
	'820.40': ['Document controls', '4.2.4'],
	'820.50': ['Purchasing', '7.4'],
	'820.60': ['Identification', '7.5.8'],
	'820.65': ['Traceability', '7.5.9'],
	'820.70': ['Production and processes', '7.5.1'],
	'820.72': ['Measuring equipment', '7.6'],
	'820.75': ['Validation of processes', '7.5.6'],
	'820.80': ['Acceptance', '8.2.6'],
	'820.86': ['Acceptance status', '7.5.8'],
	'820.90': ['Product that does not conform', '8.3'],
	'820.100': ['Corrective and preventive action', '8.5.2'],
	'820.120': ['Labels', '7.5.1'],
	'820.130': ['Packaging', '7.5.11'],
	'820.140': ['Handling', '7.5.11'],
	'820.150': ['Storage', '7.5.11'],
	'820.160': ['Distribution', '7.5.11'],
	'820.170': ['Installation', '7.5.3'],
	'820.180': ['Records in general', '4.2.5'],
	'820.181': ['Device master record', '4.2.3'],
	'820.184': ['Device history record', '7.5.1'],
	'820.186': ['Quality system record', '4.2.5'],
	'820.198': ['Complaints', '8.2.2'],
	'820.200': ['Servicing', '7.5.4'],
	'820.250': ['Statistical methods', '8.1'],
};

/** 21 CFR part 820: quality management of medical devices, with what it was made of before 2 February 2026. */
export const cfr820: ClausePack = {
	framework: 'cfr-820',
	name: '21 CFR',
	title: 'Quality management system regulation',
	issuer: 'FDA',
	edition: '2026',
	version: '1',
	date: '2026-11-22',
	status: 'in force',
	heads: [
		{ pattern: /(?:FDA,? )?21 ?C\.?F\.?R\.? ?(?:parts? ?|§{1,2} ?|sections? ?|sec\. ?){0,2}(?=820(?!\d))/iy },
	],
	complete: /^820(?!\d)/,
	clauses: [
		...titled({
			'820': 'The whole part',
			'820.1': 'To whom it applies',
			'820.3': 'Words it uses',
			'820.7': 'Standards made part of it',
			'820.10': 'A quality management system by ISO 13485',
			'820.35': 'Control of records',
			'820.45': 'Labels and packaging',
		}),
		...Object.entries(superseded).map(
			([number, [title, clause]]): Clause => ({
				number,
				title,
				superseded: { since, by: `ISO 13485:2016 ${clause} by way of 21 CFR 820.10` },
			}),
		),
	],
};

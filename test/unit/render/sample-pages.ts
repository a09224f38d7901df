import { checkOf, notEvaluated } from '../../../src/audit/check.ts';
import { type Cover, coveredSection, samplingStatement } from '../../../src/audit/cover.ts';
import { listOf, type PacketList } from '../../../src/audit/packet-list.ts';
import type { Section } from '../../../src/audit/section.ts';
import type { PageContext } from '../../../src/render/page/packet-page.tsx';

/** Text that tries everything: markup, a terminal, the direction of reading, what nobody sees. */
export const hostile =
	'<script>alert(1)</script><img src=x onerror=alert(2)>"\'&lt; \u001b[31mred\u001b[0m \u0007\u202Eevil\u202C zero\u200Bwidth\u0000 javascript:alert(3) \ud800';

export const context: PageContext = {
	path: 'sections/P-01-master-list.html',
	nav: [
		{ id: '', title: 'Cover', path: 'index.html' },
		{ id: 'P-01', title: 'Master list', path: 'sections/P-01-master-list.html' },
		{ id: 'P-04', title: 'Approvals', path: 'sections/P-04-approvals.html' },
		{ id: 'A-1', title: 'Findings', path: 'sections/A-1-findings.html' },
	],
	period: {
		from: '2026-01-01',
		to: '2026-03-31',
		start: 1767222000,
		end: 1774994399,
		zone: 'Europe/Berlin',
	},
	library: '7f3c9d0e5a1b4c2d',
	pages: new Map([['SOP-FIN-002@2.1', 'documents/SOP-FIN-002/SOP-FIN-002@2.1.html']]),
};

/** A list of documents with so many rows, the words of the first hostile. */
export function sampleList(count: number): PacketList {
	return listOf({
		name: 'documents',
		title: 'Documents',
		about: 'a document that ever stood on the mainline',
		columns: [
			{ key: 'document', title: 'Document', about: 'its id', released: true },
			{ key: 'version', title: 'Version', about: 'the number that it states', released: true },
			{ key: 'title', title: 'Title', about: 'what it is called' },
			{ key: 'signed', title: 'Signed', about: 'whether every line is signed' },
			{ key: 'people', title: 'People', about: 'who signed, by their ids' },
			{
				key: 'result',
				title: 'Complete',
				about: 'whether nothing is missing',
				released: true,
				total: 'values',
			},
			{ key: 'days', title: 'Days in force', about: 'in the period, in days', total: 'sum' },
			{ key: 'digest', title: 'Digest', about: 'SHA-256 of its content', onlyInFiles: true },
		],
		key: ['document', 'version'],
		rows: Array.from({ length: count }, (_, index) => ({
			of: [`SOP-FIN-${String(index + 2).padStart(3, '0')}`],
			cells: {
				document: `SOP-FIN-${String(index + 2).padStart(3, '0')}`,
				version: '2.1',
				title: index === 0 ? hostile : `Reconciliation of bank accounts in every currency, part ${index}`,
				signed: index % 2 === 0,
				people: index % 3 === 0 ? [] : ['j.doe', 'j.roe'],
				result: index % 5 === 0 ? 'does not hold' : index % 7 === 0 ? 'not evaluated' : 'holds',
				days: index === 1 ? null : 90 - (index % 60),
				digest: `sha256:secret-of-files-${index}`,
			},
		})),
		source: 'the first-parent history of main, read at the commit that the cover names',
		reperform: [
			{
				does: 'count the SOPs that stand at the head',
				command: "git ls-tree -r --name-only HEAD | grep -c '\\.sop\\.yaml$'",
				gives: 'the number of rows whose column Stands is yes',
			},
		],
	});
}

/** A section with each kind of result and list. */
export function sampleSection(count: number): Section {
	return {
		id: 'P-01',
		name: 'master-list',
		title: 'Master list',
		question: 'Which documents were there in the period, and in which version?',
		checks: [
			checkOf({
				name: 'documents/identified',
				asks: 'Every document has an id and a title',
				items: [{ key: 'SOP-FIN-002@2.1', of: ['SOP-FIN-002'], result: 'holds', detail: '' }],
			}),
			checkOf({
				name: 'approvals/complete',
				asks: 'Every version in force was approved before it took effect',
				items: [
					{ key: 'SOP-FIN-002@2.1', of: ['SOP-FIN-002'], result: 'does not hold', detail: hostile },
					{
						key: 'SOP-FIN-003@1.0',
						of: ['SOP-FIN-003'],
						result: 'not evaluated',
						detail: 'its text is not here',
					},
					{ key: 'SOP-FIN-004@1.0', of: ['SOP-FIN-004'], result: 'holds', detail: '' },
				],
				cure: 'fetch the whole history: git fetch --unshallow',
			}),
			notEvaluated(
				'documents/vanished',
				'No document left without a record',
				'this is a shallow clone',
				'fetch all',
			),
		],
		lists: [sampleList(count), { ...sampleList(0), name: 'retired', title: 'Retired documents' }],
		notes: ['Days are those of the zone of the library.'],
	};
}

export const sampleCover: Cover = {
	entity: 'Acme Holding',
	library: '7f3c9d0e5a1b4c2d',
	period: context.period,
	frameworks: ['iso-9001', 'sox'],
	scope: ['functions: finance'],
	command: 'sop audit --from 2026-01-01 --to 2026-03-31 --out packet/',
	ref: 'main',
	head: { commit: '8f58ea81c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f7', at: '2026-04-02T07:31:00Z' },
	tool: 'sop 0.1.0',
	documents: { population: 412, later: 2, filesWithoutId: 4, inScope: 118, withheld: 3 },
	notCovered: [
		{ area: 'Execution of procedures', why: 'no run is recorded in this repository' },
		{ area: 'Settings of the forge', why: 'a repository does not hold who may push to it' },
	],
	sampling: samplingStatement(false),
	sections: [
		coveredSection(sampleSection(12), 'sections/P-01-master-list.html'),
		{
			id: 'P-04',
			title: 'Approvals',
			page: 'sections/P-04-approvals.html',
			result: 'holds',
			counts: { holds: 4, doesNotHold: 0, notEvaluated: 0 },
			rows: 230,
		},
		{
			id: 'A-1',
			title: 'Findings',
			page: 'sections/A-1-findings.html',
			result: null,
			counts: { holds: 0, doesNotHold: 0, notEvaluated: 0 },
			rows: 17,
		},
	],
	previous: null,
	reperform: sampleList(0).reperform,
	withheld: ['3 documents are classified above internal: only their ids, digests and results are told.'],
	partial: null,
};

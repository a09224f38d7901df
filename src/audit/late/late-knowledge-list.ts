import { listOf, type PacketList } from '../packet-list.ts';
import type { Claim } from './claims.ts';

/** The claims that the mainline showed only on a later day. */
export function lateKnowledgeList(claims: readonly Claim[]): PacketList {
	const late = claims.filter(({ days }) => days !== null && days > 0);
	const first = late.find(({ fact, knownLevel }) => fact !== 'version' && knownLevel === 'mainline-clock');
	return listOf({
		name: 'late-knowledge',
		title: 'Known later than claimed',
		about:
			'a day that a record or a version claims, which lies before the day on which the mainline showed it',
		columns: [
			{
				key: 'fact',
				title: 'Fact',
				about: 'approval, review, exception, withdrawal, training, or version',
				released: true,
				total: 'values',
			},
			{
				key: 'claim',
				title: 'Claim',
				about:
					'what of it claims the day: when it was signed, what stands on the paper, when somebody was trained, from when it holds, or when a version is effective',
				released: true,
				total: 'values',
			},
			{
				key: 'document',
				title: 'Document',
				about: 'the id of the document that it is about',
				released: true,
			},
			{ key: 'version', title: 'Version', about: 'the version that it is about', released: true },
			{
				key: 'digest',
				title: 'Digest',
				about: 'the SHA-256 of the content that it is about',
				released: true,
				onlyInFiles: true,
			},
			{ key: 'person', title: 'Person', about: 'whom the record names as its maker' },
			{ key: 'claimed', title: 'Claimed', about: 'the day that it claims', released: true },
			{
				key: 'known',
				title: 'Known',
				about: 'the day on which the mainline showed it; of a version, on which it began to be in force',
				released: true,
			},
			{ key: 'days', title: 'Days', about: 'days from the claimed to the known day', released: true },
			{
				key: 'knownLevel',
				title: 'Level',
				about: 'how far the known day can be trusted: mainline-clock, disordered, or no later than',
				released: true,
				total: 'values',
			},
			{ key: 'file', title: 'File', about: 'the file of the record, or of the text' },
			{ key: 'line', title: 'Line', about: 'the line of a file that holds several records' },
			{
				key: 'commit',
				title: 'Commit',
				about: 'the mainline commit that first showed it',
				released: true,
				onlyInFiles: true,
			},
		],
		key: ['document', 'file', 'line', 'fact', 'claim', 'version', 'digest'],
		rows: late.map(({ document, ...one }) => ({
			of: [document],
			cells: {
				fact: one.fact,
				claim: one.claim,
				document,
				version: one.version,
				digest: one.digest,
				person: one.person,
				claimed: one.claimed,
				known: one.known,
				days: one.days,
				knownLevel: one.knownLevel,
				file: one.file,
				line: one.line,
				commit: one.commit,
			},
		})),
		source: 'the days that records and headers state, and the commits of the mainline that first showed them',
		reperform:
			first === undefined
				? []
				: [
						{
							does: `see when the mainline showed a record that claims ${first.claimed}: on ${first.known}, in seconds since 1970-01-01 UTC`,
							command: `git show --no-patch --format=%ct ${first.commit}`,
							gives: String(first.knownAt),
						},
					],
	});
}

import type { RegisterEntry } from './register-entry.ts';

/** What a table has room for and needs to show for these lines, and what a spreadsheet gets besides. */
export function registerColumns(entries: readonly RegisterEntry[], isCsv: boolean) {
	return columns.filter(
		({ where }) =>
			where === 'everywhere' ||
			isCsv ||
			(where === 'where it differs' && entries.some((entry) => entry.here !== null)) ||
			(where === 'where there is any' && entries.some(({ feedback }) => feedback > 0)),
	);
}

const columns = [
	{ key: 'id', title: 'Id', where: 'everywhere' },
	{ key: 'kind', title: 'Kind', where: 'csv' },
	{ key: 'title', title: 'Title', where: 'everywhere' },
	{ key: 'function', title: 'Function', where: 'everywhere' },
	{ key: 'inForce', title: 'In force', where: 'everywhere' },
	{ key: 'inForceDigest', title: 'Digest in force', where: 'csv' },
	{ key: 'version', title: 'Stands', where: 'everywhere' },
	{ key: 'status', title: 'Status', where: 'everywhere' },
	{ key: 'here', title: 'Here', where: 'where it differs' },
	{ key: 'why', title: 'Why', where: 'csv' },
	{ key: 'whyHere', title: 'Why here', where: 'csv' },
	{ key: 'owner', title: 'Owner', where: 'everywhere' },
	{ key: 'feedback', title: 'Feedback', where: 'where there is any' },
	{ key: 'nextReview', title: 'Next review', where: 'csv' },
	{ key: 'digest', title: 'Digest', where: 'csv' },
	{ key: 'file', title: 'File', where: 'csv' },
] as const;

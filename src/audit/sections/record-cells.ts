import type { WhoSigned } from '../../control/who-signed.ts';
import type { KnownRecord } from '../../model/record/known-record.ts';
import { dayAt } from '../../model/zone.ts';
import type { Cell, Column } from '../packet-list.ts';
import type { Period } from '../period.ts';

/** What every list of records says of where a record is. */
export const placeColumns: readonly Column[] = [
	{ key: 'file', title: 'Record', about: 'its path, relative to the library' },
	{ key: 'document', title: 'Document', about: 'the id of the document that it names', released: true },
	{ key: 'version', title: 'Version', about: 'the version that it names', released: true },
	{
		key: 'digest',
		title: 'Digest',
		about: 'the digest of the content that it names',
		released: true,
		onlyInFiles: true,
	},
];

/** What every list of records says of who made a record, and since when it is known. */
export const makerColumns: readonly Column[] = [
	{ key: 'person', title: 'Person', about: 'who made it, by the id of the people register' },
	{ key: 'role', title: 'Role', about: 'the role that its person says to have acted in' },
	{
		key: 'at',
		title: 'Made',
		about: 'when it was made, by the clock of whoever made it: a claim, in UTC',
		released: true,
	},
	{
		key: 'known',
		title: 'Known',
		about: 'the day on which the mainline first showed it: from then on it counts',
		released: true,
	},
	{
		key: 'knownLevel',
		title: 'Clock',
		about: 'how far that day can be trusted',
		released: true,
		onlyInFiles: true,
	},
	{
		key: 'who',
		title: 'Identity',
		about: 'how well it is known who made it: record-signed, commit-signed, claimed or contradicted',
		released: true,
		total: 'values',
	},
	{ key: 'whoCause', title: 'Why no more', about: 'why its identity is no better known', onlyInFiles: true },
	{
		key: 'commit',
		title: 'Commit',
		about: 'the mainline commit that first showed it',
		released: true,
		onlyInFiles: true,
	},
	{
		key: 'stands',
		title: 'Stands',
		about: 'whether its file still stands; one that is gone counts all the same',
		released: true,
		total: 'values',
		onlyInFiles: true,
	},
];

/** The cells of both. */
export function recordCells(
	record: KnownRecord,
	{ level, cause }: WhoSigned,
	{ zone }: Period,
): Readonly<Record<string, Cell>> {
	const { file, value, known, knownLevel, commit, stands } = record;
	const { document, version, digest, person, role, at } = value;
	return {
		file,
		document: document ?? null,
		version: version === undefined ? null : String(version),
		digest: digest ?? null,
		person: person ?? null,
		role: role ?? null,
		at: at ?? null,
		known: dayAt(known, zone),
		knownLevel,
		who: level,
		whoCause: cause,
		commit,
		stands,
	};
}

/** The document that the words of a record are drawn from, as its row names it. */
export function drawnFrom({ value: { document } }: KnownRecord): readonly string[] {
	return document === undefined ? [] : [document];
}

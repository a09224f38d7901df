import { textFactsOf } from '../../../control/approval/text-facts.ts';
import { type VersionAuthors, versionAuthors } from '../../../control/approval/version-authors.ts';
import { digestOfRead, digestsOfTexts } from '../../../library/history/read-texts.ts';
import type { Trail } from '../../../model/history/trail.ts';
import { normal, type Version } from '../../../model/history/version.ts';
import type { ReadDocument } from '../../../model/read-document.ts';
import type { OpenRecord } from '../../history/open-record.ts';

/**
 * Who wrote a text since the version before it: the one that is checked out, on the mainline and on the branch here; or,
 * with the position that first showed it, one of the mainline.
 */
export async function authorsHere(
	{ git, history, authorityAt, moment }: OpenRecord,
	trail: Trail,
	versions: readonly Version[],
	read: ReadDocument,
	version: string,
	upTo?: number,
): Promise<VersionAuthors> {
	const { length } = history.mainline;
	const head = history.ref?.commit ?? 'HEAD';
	const listed = await git.text(['rev-list', 'HEAD', '--not', head, '--']);
	const here = new Set(listed.split('\n'));
	// What the branch brings will be brought by the next commit of the mainline.
	const entries = trail.entries.map((entry) =>
		entry.broughtBy === null && here.has(entry.commit.id) ? { ...entry, broughtBy: length } : entry,
	);
	const previous = versions
		.filter(
			(one) => one.complete && normal(one.version) !== normal(version) && one.position < (upTo ?? length),
		)
		.at(-1);
	const digest = digestOfRead(read) ?? '';
	const after = previous?.position ?? -1;
	const texts = entries.flatMap((entry) =>
		entry.broughtBy === null || entry.broughtBy <= after
			? []
			: [...entry.before, ...entry.after].map(({ blob }) => ({ blob, file: '' })),
	);
	const digests = await digestsOfTexts(git, texts, history.state.filtered);
	return versionAuthors({
		entries,
		after,
		upTo: upTo ?? length,
		digestOf: (blob) => digests.get(blob),
		named: textFactsOf(read.value, digest).authors,
		authorityAt: (position) => authorityAt(Math.min(position, length - 1)),
		timeAt: (position) => history.mainline.at(position)?.time ?? moment.on,
	});
}

import { documentPlace } from '../../../audit/places.ts';
import { countOf } from '../../../diagnostics/count-of.ts';
import type { Git } from '../../../git/open-git.ts';
import { blobId } from '../../../model/history/blob-id.ts';
import { byCodeUnit } from '../../../packet/compare.ts';
import { type Hashes, isOutsideManifest } from '../../../packet/manifest.ts';
import type { PacketFiles } from '../../../packet/packet-files.ts';
import type { ReadBasis } from '../../../packet/read-basis.ts';
import type { SetRow } from '../../../packet/verify/documents-canonical.ts';
import {
	doesNotHold,
	holds,
	notEvaluated,
	someOf,
	type VerifyCheck,
} from '../../../packet/verify/verify-check.ts';
import type { VerifiedPacket } from '../../../packet/verify/verify-packet.ts';
import { rebuildPacket } from '../../audit/rebuild-packet.ts';
import type { CommandContext } from '../../command-context.ts';
import { type RepositoryHere, repositoryHere } from './repository-here.ts';

const head = 'repository/head';
const documents = 'repository/documents';
const figures = 'repository/figures';

/** Holds a packet against the repository that it was made from, where that is here. */
export async function repositoryChecks(
	context: CommandContext,
	packet: PacketFiles,
	{ basis, texts, hashes }: VerifiedPacket,
): Promise<readonly VerifyCheck[]> {
	const here = basis === undefined ? 'the basis is not known' : await repositoryHere(context, basis);
	if (basis === undefined || typeof here === 'string')
		return [head, documents, figures].map((name) => notEvaluated(name, String(here)));
	const onMainline = await headCheck(here, basis);
	return [
		onMainline,
		await documentsCheck(packet, texts, here),
		onMainline.result === 'holds'
			? await figuresCheck(hashes, await rebuildPacket(context, packet, basis))
			: notEvaluated(figures, `the commit that it was made from is not on the mainline here`),
	];
}

async function headCheck({ git, state, ref }: RepositoryHere, basis: ReadBasis): Promise<VerifyCheck> {
	const chain = (await git.text(['rev-list', '--first-parent', ref.commit, '--'])).split('\n');
	if (chain.includes(basis.head)) return holds(head, `its commit is on the mainline here (${ref.ref})`);
	const [found = ''] = await batchCheck(git, [basis.head]);
	const isHere = found.endsWith(' commit');
	if (state.shallow || (!isHere && state.filtered))
		return notEvaluated(head, 'the history here is cut off (a shallow or partial clone); clone it whole');
	if (!isHere)
		return notEvaluated(
			head,
			`the commit ${basis.head} is not here: fetch, or the history was rewritten or the mainline replaced since`,
		);
	return doesNotHold(
		head,
		`the commit ${basis.head} is here, and not on the mainline (${ref.ref}): its history was rewritten, or it was replaced since`,
		['basis.json'],
	);
}

async function documentsCheck(
	packet: PacketFiles,
	texts: readonly SetRow[] | undefined,
	{ git }: RepositoryHere,
): Promise<VerifyCheck> {
	const files = new Set(packet.files);
	const sources = (texts ?? []).flatMap((row) => {
		const place = [true, false].map((isAlone) => `${documentPlace(row, isAlone)}.yaml`);
		const path = place.findLast((one) => files.has(one));
		return path === undefined ? [] : [{ row, path }];
	});
	const known = sources.flatMap(({ row: { commit, file }, path }) =>
		commit !== null && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit) && file !== null && !/[\n\0]/.test(file)
			? [{ path, name: `${commit}:${file}`, digits: commit.length }]
			: [],
	);
	if (known.length === 0) return notEvaluated(documents, 'no source of a document names its file and commit');
	const answers = await batchCheck(
		git,
		known.map(({ name }) => name),
	);
	const [wrong, absent]: [string[], string[]] = [[], []];
	for (const [at, { path, digits }] of known.entries()) {
		const [, id] = /^([0-9a-f]{40,64}) blob$/.exec(answers[at] ?? '') ?? [];
		const read = await packet.read(path);
		if (id === undefined) absent.push(path);
		else if (!read.ok || blobId(read.value, digits) !== id) wrong.push(path);
	}
	if (wrong.length > 0)
		return doesNotHold(
			documents,
			`${wrong.length} differ from git at their commit: ${someOf(wrong)}`,
			wrong.sort(byCodeUnit),
		);
	if (absent.length > 0)
		return notEvaluated(
			documents,
			`${absent.length} of ${known.length} are at a commit that is not here: ${someOf(absent)}`,
		);
	return holds(documents, `${countOf(known.length, 'source')}, each as git has it at its commit`);
}

function figuresCheck(hashes: Hashes, anew: Hashes | string): VerifyCheck {
	if (typeof anew === 'string') return notEvaluated(figures, anew);
	const all = [...new Set([...hashes.keys(), ...anew.keys()])].filter((path) => !isOutsideManifest(path));
	const differ = all.filter((path) => hashes.get(path) !== anew.get(path)).sort(byCodeUnit);
	return differ.length === 0
		? holds(figures, `${countOf(all.length, 'file')}, made anew from the repository: the same`)
		: doesNotHold(
				figures,
				`${differ.length} come out otherwise from the repository: ${someOf(differ)}`,
				differ,
			);
}

/** `ID TYPE` of each object, or `NAME missing`, in the order of the names; none of them has a line break. */
async function batchCheck(git: Git, names: readonly string[]): Promise<readonly string[]> {
	const pieces: Buffer[] = [];
	const asked = names.map((name) => `${name}\n`);
	for await (const piece of git.stream(['cat-file', '--batch-check=%(objectname) %(objecttype)'], asked))
		pieces.push(piece);
	return Buffer.concat(pieces).toString().split('\n');
}

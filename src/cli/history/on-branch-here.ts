import { CommandError } from '../../diagnostics/command-error.ts';
import type { OpenLibrary } from '../../library/open-library.ts';
import { blobId } from '../../model/history/blob-id.ts';
import type { CommandContext } from '../command-context.ts';
import { type BranchHere, branchHere, branchRecord, branchSentence } from './branch-here.ts';
import { openRecord, type RecordOrCause } from './open-record.ts';
import { type StandingHere, standingsHere } from './standing-here.ts';

/** A text of the working tree where what is checked out is not the mainline. */
export interface OnBranch {
	readonly branch: BranchHere;
	readonly here: StandingHere;
	/** What is checked out, in words. */
	readonly sentence: string;
}

/**
 * Tells how one text of the working tree stands on the branch that is checked out; undefined where that is the mainline,
 * or git cannot tell.
 */
export async function onBranchHere(
	context: CommandContext,
	library: OpenLibrary,
	id: string,
	bytes: Uint8Array,
	digest: string | null,
): Promise<OnBranch | undefined> {
	try {
		const { record }: RecordOrCause = await openRecord(context, library);
		const branch = record && (await branchHere(record));
		if (record === undefined || branch === undefined) return undefined;
		const beside = await branchRecord(context, library, record, branch);
		const standings = await standingsHere(record, beside && { branch, record: beside }, [id]);
		const blob = blobId(bytes, branch.commit.length);
		return {
			branch,
			here: standings.of(id, blob, digest),
			sentence: branchSentence(branch, record),
		};
	} catch (error) {
		// The file can be shown all the same where the repository is damaged.
		if (error instanceof CommandError) return undefined;
		throw error;
	}
}

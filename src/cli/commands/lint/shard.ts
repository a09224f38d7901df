import { CommandError } from '../../../diagnostics/command-error.ts';

/** The part of a list that `--shard 2/4` names: every fourth, so that parts are about equal. */
export function shard<Item>(items: readonly Item[], written: string | undefined): readonly Item[] {
	if (written === undefined) return items;
	const match = /^(\d{1,4})\/(\d{1,4})$/.exec(written);
	const part = Number(match?.[1]);
	const parts = Number(match?.[2]);
	if (!match || part < 1 || part > parts) {
		throw new CommandError(`--shard takes a part and a number of parts, e.g. 1/4, not "${written}"`);
	}
	return items.filter((_, index) => index % parts === part - 1);
}

import { compareVersions } from '../version-number.ts';
import type { DocumentTraining } from './document-training.ts';

/**
 * Whether who was trained on an earlier version need not be trained again on this one: every version since has a row in
 * this one's change log, and every such row says `retrain: false`. A row that does not say is no such word.
 */
export function carriesOver(
	earlier: string,
	{ version, changes }: { readonly version: string } & Pick<DocumentTraining, 'changes'>,
	/** Numbers of all versions that the mainline showed. */
	shown: readonly string[],
): boolean {
	if (!isHigher(version, earlier)) return false;
	const since = (number: string) => isHigher(number, earlier) && !isHigher(number, version);
	const rows = changes.filter((row) => since(row.version));
	const said = (number: string) =>
		rows.some((row) => compareVersions(row.version, number) === 0 && row.retrain === false);
	return (
		rows.every(({ retrain }) => retrain === false) &&
		[version, ...shown].every((one) => !since(one) || said(one))
	);
}

function isHigher(a: string, b: string): boolean {
	return (compareVersions(a, b) ?? 0) > 0;
}

import { readTexts } from '../../../../library/history/read-texts.ts';
import { completionOf } from '../../../../lint/deciding-versions.ts';
import type { LateSuppression, PastDocument } from '../../../../lint/history-subject.ts';
import { readSuppressions, type Suppression } from '../../../../lint/suppressions.ts';
import { dayAt } from '../../../../model/zone.ts';
import { LineIndex } from '../../../../source/line-index.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import type { JudgedFiles } from './judged-files.ts';

/** Comments in signed texts here that did not stand in them when their last signature was known: no digest covers them. */
export async function lateSuppressions(
	{ git, history, policy }: OpenRecord,
	{ results }: JudgedFiles,
	blobOf: (file: string) => string | undefined,
	documents: readonly PastDocument[],
): Promise<readonly LateSuppression[]> {
	const byFile = new Map(results.map((result) => [result.file, result]));
	const judged = documents.flatMap((past) => {
		const { here, owner, isOwner, state, trail } = past;
		const suppressions = byFile.get(here?.file ?? '')?.suppressions ?? [];
		if (here === undefined || owner === undefined || isOwner !== true || suppressions.length === 0) return [];
		const position = completionOf(state, owner)?.position;
		if (position === undefined) return [];
		const then = trail.entries
			.filter(({ mainline }) => mainline !== null && mainline <= position)
			.sort((a, b) => (b.mainline ?? 0) - (a.mainline ?? 0))[0]?.after[0];
		if (then === undefined || then.blob === blobOf(here.file)) return [];
		const signed = dayAt(history.mainline.at(position)?.time ?? 0, policy.zone);
		return [{ file: here.file, blob: then.blob, suppressions, version: owner.version, signed }];
	});
	const known = new Map<string, ReadonlySet<string>>();
	const texts = judged.map(({ blob, file }) => ({ blob, file }));
	for await (const { blob, read } of readTexts(git, texts, history.state.filtered))
		known.set(blob, new Set(readSuppressions(read.text, new LineIndex(read.text)).map(nameOf)));
	return judged.flatMap(({ file, blob, suppressions, version, signed }) => {
		const old = known.get(blob);
		if (old === undefined) return [];
		return suppressions
			.filter((one) => !old.has(nameOf(one)))
			.map((suppression) => ({ file, suppression, version, signed }));
	});
}

/** What a comment does, wherever it stands. */
function nameOf({ rule, about, reason, until }: Suppression): string {
	return JSON.stringify([rule, about, reason, until]);
}

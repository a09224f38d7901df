import { join } from 'node:path';
import { pathKey } from '../../../../library/history/library-history.ts';
import { readTexts } from '../../../../library/history/read-texts.ts';
import { pathMatcher } from '../../../../library/path-pattern.ts';
import { asConfig } from '../../../../lint/check-config.ts';
import type { HiddenBy, PastDocument } from '../../../../lint/history-subject.ts';
import { configFileName } from '../../../../model/file-kind.ts';
import { dayAt } from '../../../../model/zone.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { isKnown } from './is-known.ts';
import type { JudgedFiles } from './judged-files.ts';

/** Adds to documents that no file bears, and whose file stands all the same, which line of the config hides it. */
export async function withHidden(
	record: OpenRecord,
	{ files, library, whole }: JudgedFiles,
	documents: readonly PastDocument[],
): Promise<readonly PastDocument[]> {
	const ignore = library.config.ignore ?? [];
	if (!whole || ignore.length === 0) return documents;
	const layer = (library.policy?.layers ?? library.configLayers).findLast(({ config }) => config.ignore);
	const matchers = ignore.map((pattern) => ({ pattern, matches: pathMatcher(pattern) }));
	const since = new Map<string, Promise<HiddenBy['since']>>();
	return Promise.all(
		documents.map(async (past) => {
			const path = past.here === undefined ? past.timeline.standing[0]?.path : undefined;
			const file = path?.slice(record.history.prefix.length);
			if (file === undefined || layer === undefined) return past;
			const index = matchers.findIndex(({ matches }) => matches(file));
			const pattern = ignore[index];
			const stands = files.facts(join(library.root.path, file))?.kind === 'file';
			if (pattern === undefined || !stands) return past;
			const when = since.get(pattern) ?? sinceWhen(record, layer.file, pattern);
			since.set(pattern, when);
			return { ...past, hiddenBy: { file: layer.file, index, pattern, since: await when } };
		}),
	);
}

/** The commit of the mainline that brought a pattern which its newest config still has. */
async function sinceWhen(
	{ git, history, policy }: OpenRecord,
	file: string,
	pattern: string,
): Promise<HiddenBy['since']> {
	// Of a file that the config extends no past is kept.
	if (file !== configFileName) return null;
	const known = (history.trail(pathKey(file))?.entries ?? []).filter(isKnown);
	const wanted = known.flatMap(({ after }) => after.map(({ blob }) => ({ blob, file })));
	const having = new Set<string>();
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered))
		if (asConfig(read.checked).ignore?.includes(pattern)) having.add(blob);
	const without = known.findIndex(({ after }) => !having.has(after[0]?.blob ?? ''));
	const brought = known[without < 0 ? known.length - 1 : without - 1];
	if (brought === undefined) return 'not yet';
	const time = history.mainline.at(brought.mainline ?? 0)?.time ?? 0;
	return { commit: brought.commit.id, day: dayAt(time, policy.zone) };
}

import { isAbsolute, relative, resolve, sep } from 'node:path';
import { configAt } from '../../library/history/config-at.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import type { Config } from '../../model/documents.generated.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { OpenHistory } from './open-history.ts';
import { wholeConfigAt } from './policy-at.ts';

/** A config of the library, and the mainline commit from which on it holds. */
export interface KnownConfig {
	readonly position: number;
	readonly config: Config;
}

/**
 * The configs that the mainline showed, oldest first, each with what it extended then. One that cannot be read is left
 * out, so that the one before it holds.
 */
export async function knownConfigs(open: OpenHistory): Promise<readonly KnownConfig[]> {
	const { git, history } = open;
	const shown = (history.trail(pathKey(configFileName))?.entries ?? []).flatMap(({ mainline, after }) =>
		mainline === null ? [] : [{ position: mainline, blob: after[0]?.blob }],
	);
	const own = new Map<string, Config>();
	const wanted = shown.flatMap(({ blob }) => (blob === undefined ? [] : [{ file: configFileName, blob }]));
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered)) {
		const isWhole = digestOfRead(read) !== null && typeof read.checked === 'object' && read.checked !== null;
		// `checked` passed the schema of a config, any key of which may be absent.
		if (isWhole) own.set(blob, read.checked as Config);
	}
	const known: KnownConfig[] = [];
	for (const { position, blob } of shown) {
		const config = blob === undefined ? ({} as Config) : own.get(blob);
		if (config === undefined) continue;
		if (config.extends === undefined) known.push({ position, config });
		else
			for (const at of [position, ...(await changesOfExtended(open, position))]) {
				const whole = await wholeConfigAt(open, history.mainline.at(at)?.id ?? '');
				if (whole !== undefined) known.push({ position: at, config: whole });
			}
	}
	return known.sort((a, b) => a.position - b.position);
}

/** Where the mainline later changed a file that the config of a commit extends. */
async function changesOfExtended(open: OpenHistory, position: number): Promise<readonly number[]> {
	const { git, history } = open;
	const [commit, head] = [history.mainline.at(position)?.id, history.ref?.commit];
	if (commit === undefined || head === undefined) return [];
	const root = resolve(git.top, history.prefix);
	const path = resolve(root, configFileName);
	const request = { git, commit, root, path, filtered: history.state.filtered };
	const read = await configAt(request).catch(() => undefined);
	if (read === undefined || 'unseen' in read) return [];
	const files = read.documents.flatMap(({ file }) => {
		const inRepository = isAbsolute(file)
			? relative(git.top, file).split(sep).join('/')
			: `${history.prefix}${file}`;
		return file === configFileName ? [] : [`:(top,literal)${inRepository}`];
	});
	if (files.length === 0) return [];
	const log = ['log', '--first-parent', '--diff-merges=first-parent', '--no-renames', '--format=%H'];
	const ids = new Set((await git.text([...log, `${commit}..${head}`, '--', ...files])).split('\n'));
	return Array.from({ length: history.mainline.length }, (_, at) => at).filter(
		(at) => at > position && ids.has(history.mainline.at(at)?.id ?? ''),
	);
}

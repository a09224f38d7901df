import { relative, resolve, sep } from 'node:path';
import { CommandError } from '../../diagnostics/command-error.ts';
import { configAt } from '../../library/history/config-at.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import type { Config } from '../../model/documents.generated.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { several } from '../../model/several.ts';
import { exitCode } from '../exit-code.ts';
import type { OpenHistory } from './open-history.ts';
import { isValidConfig, wholeConfigAt } from './whole-config.ts';

/** A config of the library, and the mainline commit from which on it holds. */
export interface KnownConfig {
	readonly position: number;
	/** Undefined where it, or a part of it, is not in this repository. */
	readonly config: Config | undefined;
}

/**
 * The configs that the mainline showed, oldest first, each with what it extended then. One that is not valid where it
 * decides about control is left out, so that the one before it holds; of the first, what is not valid is taken as strictly
 * as can be.
 */
export async function knownConfigs(open: OpenHistory): Promise<readonly KnownConfig[]> {
	const { git, history } = open;
	const shown = (history.trail(pathKey(configFileName))?.entries ?? []).flatMap(({ mainline, after }) =>
		mainline === null ? [] : [{ position: mainline, blob: after[0]?.blob }],
	);
	const own = new Map<string, { readonly config: Config; readonly isValid: boolean } | null>();
	const wanted = shown.flatMap(({ blob }) => (blob === undefined ? [] : [{ file: configFileName, blob }]));
	for await (const { blob, read } of readTexts(git, wanted, history.state.filtered)) {
		const isWhole = digestOfRead(read) !== null && typeof read.checked === 'object' && read.checked !== null;
		// `checked` passed the schema of a config, any key of which may be absent.
		own.set(
			blob,
			isWhole ? { config: strictly(read, read.checked as Config), isValid: isValidConfig(read) } : null,
		);
	}
	const known: KnownConfig[] = [];
	for (const { position, blob } of shown.toSorted((a, b) => a.position - b.position)) {
		const read = blob === undefined ? { config: {} as Config, isValid: true } : own.get(blob);
		if (read === undefined) known.push({ position, config: undefined });
		if (read === undefined || read === null || (!read.isValid && known.length > 0)) continue;
		const { config } = read;
		if (config.extends === undefined) known.push({ position, config });
		else
			for (const at of [position, ...(await changesOfExtended(open, position, config.extends))]) {
				const whole = await orNotHere(wholeConfigAt(open, history.mainline.at(at)?.id ?? ''));
				if (whole !== 'invalid') known.push({ position: at, config: whole });
			}
	}
	return known.sort((a, b) => a.position - b.position);
}

/** A config with all parts; undefined where one is not here. */
async function orNotHere(reading: Promise<Config | undefined>): Promise<Config | 'invalid' | undefined> {
	try {
		return (await reading) ?? 'invalid';
	} catch (error) {
		if (error instanceof CommandError && error.exitCode === exitCode.unfinished) return undefined;
		throw error;
	}
}

/** A config with what could not be read of its approvals taken as asking for most. */
function strictly({ problems }: ReadDocument, config: Config): Config {
	const isWrong = (key: string) => problems.some(({ place }) => 'path' in place && place.path[0] === key);
	return {
		...config,
		...(isWrong('approvals') ? { approvals: 'required' as const } : {}),
		...(isWrong('approval') ? { approval: { trust: 'signed' as const } } : {}),
	};
}

/** Where the mainline later changed a file that the config of a commit extends. */
async function changesOfExtended(
	open: OpenHistory,
	position: number,
	named: string | readonly string[],
): Promise<readonly number[]> {
	const { git, history } = open;
	const [commit, head] = [history.mainline.at(position)?.id, history.ref?.commit];
	if (commit === undefined || head === undefined) return [];
	const root = resolve(git.top, history.prefix);
	const path = resolve(root, configFileName);
	const request = { git, commit, root, path, filtered: history.state.filtered };
	const read = await configAt(request).catch(() => undefined);
	if (read !== undefined && 'unseen' in read) return [];
	// What does not stand there yet may come later.
	const extended = read === undefined ? several(named) : read.documents.map(({ file }) => file);
	const files = extended.flatMap((file) => {
		const inRepository = relative(git.top, resolve(root, file)).split(sep).join('/');
		return file === configFileName || inRepository.startsWith('../') ? [] : [`:(top,literal)${inRepository}`];
	});
	if (files.length === 0) return [];
	const log = ['log', '--first-parent', '--diff-merges=first-parent', '--no-renames', '--format=%H'];
	const ids = new Set((await git.text([...log, `${commit}..${head}`, '--', ...files])).split('\n'));
	return Array.from({ length: history.mainline.length }, (_, at) => at).filter(
		(at) => at > position && ids.has(history.mainline.at(at)?.id ?? ''),
	);
}

import { resolve } from 'node:path';
import { type Policy, policyOf } from '../../control/policy.ts';
import { CommandError } from '../../diagnostics/command-error.ts';
import { configAt } from '../../library/history/config-at.ts';
import { pathKey } from '../../library/history/library-history.ts';
import { digestOfRead, readTexts } from '../../library/history/read-texts.ts';
import type { Config } from '../../model/documents.generated.ts';
import { configFileName } from '../../model/file-kind.ts';
import type { TrailEntry } from '../../model/history/trail.ts';
import { exitCode } from '../exit-code.ts';
import type { OpenHistory } from './open-history.ts';

/**
 * The policy that a commit of the mainline shows: its own config and what that extends, not those in the working tree.
 * Where no config stood by then, the defaults. One that cannot be read decides nothing, and the one before it holds; one
 * whose text is not in the repository is an error, as a guess could put in force what lacks approval.
 */
export async function policyAt(open: OpenHistory, position: number): Promise<Policy> {
	const { history } = open;
	const recordsStood = history.files.some(
		(file) =>
			file.startsWith('records/approvals/') &&
			(history.trail(pathKey(file))?.entries ?? []).some((entry) => isKnown(entry, position)),
	);
	return policyOf(await knownConfig(open, position), recordsStood);
}

/** The config that a commit of the mainline shows, as `policyAt` reads it. Any key of it may be absent. */
export async function knownConfig(open: OpenHistory, position: number): Promise<Config> {
	const entries = open.history.trail(pathKey(configFileName))?.entries ?? [];
	const known = entries.filter((entry) => isKnown(entry, position));
	return await newestReadable(open, known, position);
}

async function newestReadable(
	open: OpenHistory,
	entries: readonly TrailEntry[],
	position: number,
): Promise<Config> {
	const { git, history } = open;
	// Any key of a config may be absent.
	const none = {} as Config;
	// What the newest config extends may have changed since that was written.
	let newest = history.mainline.at(position)?.id;
	for (const { after, commit } of entries) {
		const [stands] = after;
		if (stands === undefined) return none;
		const commits = [...new Set([newest ?? commit.id, commit.id])];
		newest = undefined;
		const wanted = [{ file: configFileName, blob: stands.blob }];
		let isHere = false;
		for await (const { read } of readTexts(git, wanted, history.state.filtered)) {
			isHere = true;
			if (digestOfRead(read) === null || typeof read.checked !== 'object' || read.checked === null) continue;
			// `checked` passed the schema of a config, any key of which may be absent.
			const config = read.checked as Config;
			if (config.extends === undefined) return config;
			for (const id of commits) {
				const whole = await wholeConfigAt(open, id);
				if (whole !== undefined) return whole;
			}
		}
		if (!isHere) throw notHere('', commit.id, history.partial);
	}
	return none;
}

/**
 * The config of the library as a commit holds it, all that it extends at that commit merged in; undefined where there
 * is none, or a part of it cannot be read.
 */
export async function wholeConfigAt(
	{ git, history }: OpenHistory,
	commit: string,
): Promise<Config | undefined> {
	const root = resolve(git.top, history.prefix);
	const path = resolve(root, configFileName);
	const { filtered } = history.state;
	const read = await configAt({ git, commit, root, path, filtered }).catch((error: unknown) => {
		// What extends nothing that stands there cannot be read, like a text that is no YAML.
		if (error instanceof CommandError && error.exitCode === exitCode.usage) return undefined;
		throw error;
	});
	if (read !== undefined && 'unseen' in read) throw notHere(read.unseen, commit, history.partial);
	return read?.documents.every((document) => digestOfRead(document) !== null) ? read.config : undefined;
}

function notHere(file: string, commit: string, partial: string | null): CommandError {
	const what = file === '' ? 'The config' : `A part of the config, ${file},`;
	return new CommandError(
		`${what} that the mainline showed at ${commit.slice(0, 7)} is not in this repository`,
		{
			help: `It decides what counts, so nothing is answered (${partial ?? 'damaged'}). A whole clone has it.`,
			exitCode: exitCode.unfinished,
		},
	);
}

function isKnown({ mainline }: TrailEntry, position: number): boolean {
	return mainline !== null && mainline <= position;
}

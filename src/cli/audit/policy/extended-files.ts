import { resolve } from 'node:path';
import { configAt } from '../../../library/history/config-at.ts';
import { configFileName } from '../../../model/file-kind.ts';
import type { KnownConfig } from '../../history/known-configs.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { pathInRepository } from '../lint/path-in-repository.ts';
import type { PolicyPeriod } from './policy-period.ts';

/** The files that the configs of a period extend, relative to the library. */
export async function extendedFiles(
	{ git, history }: OpenRecord,
	{ opening, closing }: PolicyPeriod['positions'],
	configs: readonly KnownConfig[],
): Promise<readonly string[]> {
	const holding = configs.findLast(({ position }) => position <= opening)?.position ?? 0;
	const wanted = configs.filter(
		({ position, config }) => config?.extends !== undefined && position >= holding && position <= closing,
	);
	const root = resolve(git.top, history.prefix);
	const files = new Set<string>();
	for (const { position } of wanted) {
		const commit = history.mainline.at(position)?.id ?? '';
		const path = resolve(root, configFileName);
		const read = await configAt({ git, commit, root, path, filtered: history.state.filtered }).catch(
			() => undefined,
		);
		if (read === undefined || 'unseen' in read) continue;
		for (const { file } of read.layers) files.add(pathInRepository({ path: root }, file));
	}
	files.delete(configFileName);
	return [...files].sort();
}

import { type Policy, policyOf } from '../../control/policy.ts';
import { type LibraryHistory, pathKey } from '../../library/history/library-history.ts';
import type { Config } from '../../model/documents.generated.ts';
import { onceFor } from '../../model/once-for.ts';
import { recordKindOf } from '../../model/record/record-kind.ts';
import { type KnownConfig, knownConfigs } from './known-configs.ts';
import type { OpenHistory } from './open-history.ts';
import { configNotHere } from './whole-config.ts';

/** What configs decide at each commit of the mainline. */
export interface Policies {
	policyAt(position: number): Policy;
	/** The config that holds at a position: the last that is valid and here. */
	configAt(position: number): Config;
	/** The first id of a library that a config stated by a position: it never changes. */
	library(position: number): string | undefined;
	/** Whether approvals were needed at any commit up to a position: from then on they are for ever. */
	everNeeded(position: number): boolean;
}

/**
 * The policies of a mainline by its configs. Once approvals were needed they are for ever, whatever later configs say and
 * whoever deletes the config or the records. A config that is not in this repository may have asked for them.
 */
export function policiesOf(open: OpenHistory, configs: readonly KnownConfig[]): Policies {
	// Any key of a config may be absent.
	const none = {} as Config;
	const here = configs.flatMap(({ position, config }) =>
		config === undefined ? [] : [{ position, config }],
	);
	const configAt = (position: number) => here.findLast((one) => one.position <= position)?.config ?? none;
	const asked = configs.flatMap(({ position, config }) =>
		config === undefined || config.approvals === 'required' ? [position] : [],
	);
	// Thousands of records are looked through only where one of them may have come before.
	const first = asked.includes(0) ? undefined : firstApproval(open.history);
	const needed = [
		...asked,
		...(first === undefined ? [] : [first, ...here.map(({ position }) => position)]).filter(
			(position) => first !== undefined && position >= first && configAt(position).approvals !== 'none',
		),
	];
	const from = needed.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...needed);
	const everNeeded = (position: number) => from <= position;
	// Few configs hold at tens of thousands of positions.
	const asking = onceFor((config: Config) => policyOf({ ...config, approvals: 'required' }, false));
	const notAsking = onceFor((config: Config) => policyOf({ ...config, approvals: 'none' }, false));
	return {
		everNeeded,
		configAt,
		policyAt: (position) => (everNeeded(position) ? asking : notAsking)(configAt(position)),
		library: (position) =>
			here.find((one) => one.position <= position && one.config.library !== undefined)?.config.library,
	};
}

/**
 * The policy that a commit of the mainline shows: its own config and what that extends, not those in the working tree.
 * Where no config stood by then, the defaults. One that is not valid decides nothing, and the one before it holds; one
 * whose text is not in the repository is an error, as a guess could put in force what lacks approval.
 */
export async function policyAt(open: OpenHistory, position: number): Promise<Policy> {
	return (await policiesHere(open, position)).policyAt(position);
}

/** The config that a commit of the mainline shows, as `policyAt` reads it. Any key of it may be absent. */
export async function knownConfig(open: OpenHistory, position: number): Promise<Config> {
	return (await policiesHere(open, position)).configAt(position);
}

/** Throws where the config that holds at a position is not in this repository. */
async function policiesHere(open: OpenHistory, position: number): Promise<Policies> {
	const { history } = open;
	const configs = await knownConfigs(open);
	const last = configs.findLast((one) => one.position <= position);
	if (last !== undefined && last.config === undefined)
		throw configNotHere('', history.mainline.at(last.position)?.id ?? '', history.partial);
	return policiesOf(open, configs);
}

/** The first mainline commit that showed an approval record; asked anew for each moment of one history. */
export const firstApproval = onceFor((history: LibraryHistory): number | undefined => {
	let first: number | undefined;
	for (const file of history.files) {
		if (recordKindOf(file) !== 'approvals') continue;
		for (const { mainline } of history.trail(pathKey(file))?.entries ?? [])
			if (mainline !== null && (first === undefined || mainline < first)) first = mainline;
	}
	return first;
});

import type { ClausePack } from '../model/clause-packs/clause-pack.ts';
import { digestOf } from '../model/digest.ts';
import type { RuleInSet } from './audited-lint.ts';

/** What the answers of a packet were made with, so that two packets can be told to have used the same. */
export interface BasisDigests {
	/** Over the names, severities and parameters of all rules, by name. */
	readonly rules: string;
	/** Over all clause packs, by framework. */
	readonly packs: string;
}

/** The digests of a rule set and of clause packs (SHA-256 of their RFC 8785 form), in whatever order they come. */
export function basisDigests(
	rules: readonly Pick<RuleInSet, 'name' | 'severity' | 'options'>[],
	packs: readonly ClausePack[],
): BasisDigests {
	return {
		rules: digestOf(
			Object.fromEntries(rules.map(({ name, severity, options }) => [name, { severity, options }])),
		),
		packs: digestOf(Object.fromEntries(packs.map((pack) => [pack.framework, packDigest(pack)]))),
	};
}

/** The digest of a clause pack: all that it says, patterns by their source. */
export function packDigest(pack: ClausePack): string {
	return digestOf(plain(pack));
}

function plain(value: unknown): unknown {
	if (value instanceof RegExp) return String(value);
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, plain(one)]])),
	);
}

import type { OpenLibrary } from '../../../../library/open-library.ts';
import { holds } from '../../../../lint/apply-suppressions.ts';
import { baselineFileName } from '../../../../lint/baseline.ts';
import type { FileResult } from '../../../../lint/lint-one.ts';
import type { PolicyFacts } from '../../../../lint/policy-facts.ts';
import type { PolicyBaseline } from './policy-baseline.ts';

/** What rules may ask of the policy of a branch point; undefined where the library's own config holds. */
export function policyFacts(
	library: OpenLibrary,
	results: readonly FileResult[],
	run: Partial<PolicyBaseline> & { readonly today: string },
): PolicyFacts | undefined {
	const { policy } = library;
	if (policy === undefined) return undefined;
	return {
		from: policy.from,
		commit: policy.commit,
		config: policy.config,
		here: library.configLayers.length === 0 ? undefined : policy.here,
		baselineFile: run.baseline?.file ?? baselineFileName,
		newEntries: run.newEntries ?? [],
		newSuppressions: results.flatMap(({ file, suppressions }) =>
			suppressions
				.filter((one) => one.isNew === true && holds({ ...one, isNew: false }, run.today))
				.map(({ rule, offsets }) => ({ file, rule, offsets })),
		),
	};
}

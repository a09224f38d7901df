import type { ClausePack } from '../../../model/clause-packs/clause-pack.ts';
import { packsOf } from '../../../model/clause-packs/packs.ts';
import { printedClause } from '../../../model/clause-packs/print-clause.ts';
import { isSurelySooner } from '../../../model/compare-durations.ts';
import type { FileRule } from '../../rule.ts';

export const tooShort: FileRule = {
	name: 'retention/too-short',
	severity: 'error',
	summary: 'Documents are kept for a shorter time than the frameworks of the config ask.',
	why: 'What the law wants to see in six years cannot be cleared away in five.',
	remedy: 'Keep them as long as the strictest of your frameworks asks.',
	points: 'At the retention of the document, or at the default in the config.',
	clauses: ['hipaa 164.316(b)(2)(i)', 'iso-13485 4.2.4', 'cfr-11 11.10(c)'],
	scope: 'file',
	kinds: ['sop', 'checklist', 'config'],
	examples: {
		bad: withDefault('5 years'),
		good: withDefault('6 years'),
	},
	*check({ kind, document, checked, library }) {
		const longest = strictest(packsOf(library.config.frameworks));
		if (longest === undefined) return;
		const { retention, path } =
			kind === 'config'
				? { retention: defaultIn(checked), path: ['defaults', 'retention'] }
				: { retention: document?.retention, path: ['retention'] };
		if (retention === undefined || !isSurelySooner(retention, longest.atLeast)) return;
		yield {
			place: { path },
			message: `${retention} is shorter than the ${longest.atLeast} that ${longest.printed} asks for`,
			help: `Write \`retention: ${longest.atLeast}\` or longer. It counts from the day the version was last in effect.`,
		};
	},
};

/** Of several periods the one that is shorter than no other. */
function strictest(packs: readonly ClausePack[]) {
	return packs
		.flatMap((pack) =>
			pack.retention
				? [{ atLeast: pack.retention.atLeast, printed: printedClause(pack, pack.retention.clause) }]
				: [],
		)
		.reduce<{ readonly atLeast: string; readonly printed: string } | undefined>(
			(longest, one) =>
				longest === undefined || isSurelySooner(longest.atLeast, one.atLeast) ? one : longest,
			undefined,
		);
}

/** The default that this very file sets: another layer of the config is reported where it stands. */
function defaultIn(config: unknown): string | undefined {
	if (typeof config !== 'object' || config === null || !('defaults' in config)) return undefined;
	const { defaults } = config;
	if (typeof defaults !== 'object' || defaults === null || !('retention' in defaults)) return undefined;
	return typeof defaults.retention === 'string' ? defaults.retention : undefined;
}

function withDefault(retention: string): string {
	return `# file: sop.config.yaml
library: 7f3c9d0e5b1a4c2d
frameworks:
  - hipaa
defaults:
  retention: ${retention}
`;
}

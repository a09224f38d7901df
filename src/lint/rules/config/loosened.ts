import type { Config } from '../../../model/documents.generated.ts';
import type { HistoryProblem, HistoryRule } from '../../rule.ts';

/** How much a preset asks for, the least first. `audit` and `recommended` ask the same. */
const presetRank: Readonly<Record<string, number>> = { minimal: 0, recommended: 1, audit: 1, strict: 2 };
const severityRank: Readonly<Record<string, number>> = { off: 0, warning: 1, error: 2 };
const approvalsRank: Readonly<Record<string, number>> = { none: 0, auto: 1, required: 2 };

export const loosened: HistoryRule = {
	name: 'config/loosened',
	severity: 'error',
	summary: 'The config asks for less than that of the mainline.',
	why: 'A change that loosens the rules it is judged by looks clean. Whoever takes it up should see that first, and decide it by itself.',
	remedy: 'Set it back, or bring the looser setting to the mainline in a change of its own.',
	points: 'At the setting.',
	clauses: ['cfr-11 11.10(k)', 'soc-2 CC5.3'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: '# commit: 2026-01-20\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\n# now\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules:\n  decisions/gap: off\n',
		good: '# commit: 2026-01-20\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules:\n  decisions/gap: warning\n# now\n# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nrules:\n  decisions/gap: error\n',
	},
	*check({ history, library }) {
		const before = history.mainlineConfig;
		if (before === undefined) return;
		yield* loosenings(before, library.config, history.mainline);
	},
};

function* loosenings(before: Config, now: Config, mainline: string): Generator<HistoryProblem> {
	const file = 'sop.config.yaml';
	const was = (value: string) => `where ${mainline} says ${value}`;
	const preset = now.preset ?? 'recommended';
	const earlier = before.preset ?? 'recommended';
	if ((presetRank[preset] ?? 1) < (presetRank[earlier] ?? 1))
		yield { file, place: { path: ['preset'] }, message: `The preset is ${preset}, ${was(earlier)}` };
	const approvals = now.approvals ?? 'auto';
	const asked = before.approvals ?? 'auto';
	if ((approvalsRank[approvals] ?? 1) < (approvalsRank[asked] ?? 1))
		yield { file, place: { path: ['approvals'] }, message: `Approvals are ${approvals}, ${was(asked)}` };
	for (const [name, setting] of Object.entries(now.rules ?? {})) {
		const severity = severityOf(setting);
		const old = severityOf(before.rules?.[name]);
		const isLower = (severityRank[severity ?? ''] ?? 2) < (severityRank[old ?? ''] ?? 2);
		if (severity === undefined || severity === old || !isLower) continue;
		yield {
			file,
			place: { path: ['rules', name] },
			message: `${name} is ${severity}, ${was(old ?? 'nothing of it')}`,
		};
	}
	const ignored = new Set(before.ignore ?? []);
	for (const [index, pattern] of (now.ignore ?? []).entries()) {
		if (ignored.has(pattern)) continue;
		yield {
			file,
			place: { path: ['ignore', index] },
			message: `Files that match ${pattern} are ignored, and are not on ${mainline}`,
		};
	}
}

/** `off`, `warning` or `error`; undefined where nothing is said. */
function severityOf(setting: unknown): string | undefined {
	const said: unknown =
		typeof setting === 'object' && setting !== null ? Reflect.get(setting, 'severity') : setting;
	return typeof said === 'string' ? said : undefined;
}

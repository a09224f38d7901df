import { lineWords } from '../../../control/approval/approval-words.ts';
import { completionOf } from '../../deciding-versions.ts';
import type { HistoryRule } from '../../rule.ts';
import { standingVersion } from '../../standing-version.ts';

export const missing: HistoryRule = {
	name: 'approval/missing',
	severity: 'error',
	summary: 'A version is in force by its date, and not all who must sign it have.',
	why: 'People follow what the file says from its effective day on. Without its signatures nobody has answered for it, and what is really in force is the version before.',
	remedy: 'Have the open lines of section 15 signed with `sop approve`, or put the effective day later.',
	points: 'At the effective day.',
	clauses: ['iso-9001 7.5.2 c', 'iso-13485 4.2.4 a', 'eu-gmp 4.3'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
effective: 2026-02-01
approval:
  signatures:
    - role: clerk
      meaning: review
    - role: controller
      meaning: approval
  review:
    every: 1 year
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
effective: 2026-02-01
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
	},
	*check({ history, isReported, library }) {
		if (history.policy.approvals === 'none') return;
		// Before it is adopted the library is no record of what was approved.
		if (history.adopted !== undefined && library.today < history.adopted) return;
		if (history.unseenRecords !== null) yield { notEvaluated: history.unseenRecords };
		for (const past of history.documents) {
			const { here, state, id } = past;
			const version = standingVersion(past);
			if (here === undefined || version === undefined || !isReported(here.file)) continue;
			const { effective } = version;
			const isOpen = version.owns === 'open' || version.endedBy === 'withdrawn signature';
			if (!isOpen || !['draft', 'in review'].includes(state.status)) continue;
			if (effective === undefined || effective > library.today) continue;
			const open = completionOf(state, version)?.open ?? [];
			const needs =
				open.length === 0
					? (state.why[0] ?? 'it is not complete')
					: `it still needs ${open.map(lineWords).join(', ')}`;
			yield {
				file: here.file,
				place: { path: ['effective'] },
				message: `Version ${version.version} takes effect on ${effective}, and ${needs}`,
				...(open[0] === undefined
					? {}
					: { help: `Somebody else than its author signs: sop approve ${id} --as ${open[0].role}.` }),
			};
		}
	},
};

import { dayAt } from '../../../model/zone.ts';
import { completionOf } from '../../deciding-versions.ts';
import type { HistoryRule } from '../../rule.ts';
import { standingVersion } from '../../standing-version.ts';

export const effectiveBeforeApproval: HistoryRule = {
	name: 'approval/effective-before-approval',
	severity: 'error',
	summary: 'A version states an effective day that lies before its last signature was known.',
	why: 'Nobody can approve backwards: between the two days people followed a text that nobody had released, or the version before, and the file does not say which.',
	remedy:
		'Have the next version signed before its effective day. Say in its change log what applied in the days between.',
	points: 'At the effective day.',
	clauses: ['eu-gmp Chapter 4', 'iso-13485 4.2.4 a', 'cfr-11 11.10(e)'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
effective: 2026-01-10
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
effective: 2026-01-20
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
`,
	},
	*check({ history, isReported }) {
		if (history.unseenRecords !== null) yield { notEvaluated: history.unseenRecords };
		for (const past of history.documents) {
			const { here, state } = past;
			const version = standingVersion(past);
			if (here === undefined || version === undefined || !isReported(here.file)) continue;
			const { effective, owns, end } = version;
			const position = completionOf(state, version)?.position;
			if (owns !== 'yes' || position === undefined || effective === undefined) continue;
			if (here.version !== version.version || (end !== undefined && end <= history.on)) continue;
			// Before it was adopted the library was no record of what was approved.
			if (history.adopted !== undefined && effective < history.adopted) continue;
			const known = dayAt(Math.max(history.timeAt(position), version.known), history.zone);
			if (effective >= known) continue;
			yield {
				file: here.file,
				place: { path: ['effective'] },
				message: `Version ${version.version} states ${effective}, and its last signature was known on ${known}: it is in force from then on only`,
			};
		}
	},
};

import { recordPath, recordPathFits } from '../../../model/record/record-path.ts';
import { recordFiles } from '../../from-reading.ts';
import { recordEntries } from '../../record-entries.ts';
import type { FileRule } from '../../rule.ts';

export const misplaced: FileRule = {
	name: 'record/misplaced',
	severity: 'error',
	summary: 'A record stands at another place than its content says.',
	why: 'The content decides what a record is about. A path that says otherwise misleads whoever looks for it, and two records may take each other’s place.',
	remedy:
		'Before it is committed, move it to where it belongs. A committed record stays: make it again, and take this one back with `sop withdraw`.',
	points: 'At the document of the record.',
	clauses: ['iso-9001 7.5.3.2 a'],
	silenceable: false,
	scope: 'file',
	kinds: recordFiles,
	examples: {
		bad: feedbackAt('records/feedback/SOP-FIN-901/2026-01-20T100000Z-ann.smith.yaml'),
		good: feedbackAt('records/feedback/SOP-FIN-900/2026-01-20T100000Z-ann.smith.yaml'),
	},
	*check(subject) {
		const said = new Set<string>();
		for (const { kind, value, at } of recordEntries(subject)) {
			if (recordPathFits(kind, value, subject.file)) continue;
			const belongs = recordPath(kind, value);
			if (said.has(belongs)) continue;
			said.add(belongs);
			yield {
				place: at('document'),
				message: `What this record says belongs to ${belongs}`,
			};
		}
	},
};

function feedbackAt(path: string): string {
	return `# file: ${path}
format: 1
library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92
document: SOP-FIN-900
version: "1.0"
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
person: ann.smith
meaning: feedback
at: "2026-01-20T10:00:00Z"
text: The portal exports the balance
`;
}

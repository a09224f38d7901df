import { recordFiles } from '../../from-reading.ts';
import { recordEntries } from '../../record-entries.ts';
import type { FileRule } from '../../rule.ts';

export const otherLibrary: FileRule = {
	name: 'record/other-library',
	severity: 'error',
	summary: 'A record belongs to another library.',
	why: 'A signature given in one library would else approve a copy of the text in every other: a subsidiary, a fork, a template.',
	remedy: 'Have it signed here. Leave the copied record out before it is committed.',
	points: 'At the library of the record.',
	clauses: ['cfr-11 11.70'],
	silenceable: false,
	scope: 'file',
	kinds: recordFiles,
	examples: {
		bad: feedbackIn('7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f'),
		good: feedbackIn('3f1b0c6a9d4e4f7aa2c5d8e1b7064c92'),
	},
	*check(subject) {
		const { library } = subject.library.config;
		if (library === undefined) {
			yield { notEvaluated: 'the config states no library' };
			return;
		}
		for (const { value, at } of recordEntries(subject)) {
			if (value.library === library) continue;
			yield {
				place: at('library'),
				message: `This record is of the library ${value.library}, and this is ${library}: it counts for nothing here`,
			};
		}
	},
};

function feedbackIn(library: string): string {
	return `# file: sop.config.yaml
format: 1
library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92
# file: records/feedback/SOP-FIN-900/2026-01-20T100000Z-ann.smith.yaml
format: 1
library: ${library}
document: SOP-FIN-900
version: "1.0"
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
person: ann.smith
meaning: feedback
at: "2026-01-20T10:00:00Z"
text: The portal exports the balance
`;
}

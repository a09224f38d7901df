import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const changedFile: FileRule = {
	name: 'references/changed-file',
	severity: 'error',
	summary: 'The content of a file is not the one whose SHA-256 section 13 states.',
	why: 'The document was approved together with what the file said then; now it sends people to something nobody approved.',
	remedy:
		'Bring the file back as it was, or review the new content and write its SHA-256 with a new version.',
	points: 'At the SHA-256.',
	clauses: ['iso-9001 7.5.3.2', 'cfr-11 11.10(a)'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: example('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
		good: example('501dee7fee539b642846d3e314412fa30a3a24e480ae914e0454d5b559ee6a35'),
	},
	*check(subject) {
		const references = rows(subject.sop?.references);
		for (const link of subject.linkedFiles) {
			const index = link.path[1];
			if (link.sha256 === undefined || typeof index !== 'number') continue;
			const stated = references[index]?.sha256;
			if (stated === undefined || stated === link.sha256) continue;
			yield {
				place: { path: ['references', index, 'sha256'] },
				message: `${link.target} is not the file that was named here: its content has changed`,
				help: `Compare it with the one that was approved. If the new content holds, write \`sha256: ${link.sha256}\`.`,
			};
		}
	},
};

function example(sha256: string): string {
	return [
		'references:',
		'  - file: attachments/portal-guide.md',
		'    title: Bank portal guide',
		`    sha256: ${sha256}`,
		'# file: attachments/portal-guide.md',
		'# Bank portal',
		'Use the token.',
		'',
	].join('\n');
}

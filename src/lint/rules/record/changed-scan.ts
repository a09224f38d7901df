import type { ApprovalRecord } from '../../../model/documents.generated.ts';
import type { FileRule } from '../../rule.ts';

export const changedScan: FileRule = {
	name: 'record/changed-scan',
	severity: 'error',
	summary: 'The scan of a signature on paper is gone, or is not the one that was put on record.',
	why: 'Of a signature made before the library was adopted nothing is left but that scan. Without it, or with another in its place, nobody can show that the text was ever approved.',
	remedy: 'Bring the file back as it was: git log -- FILE names the commit that held it.',
	points: 'At the SHA-256 of the scan, or at its path where it is gone.',
	clauses: ['iso-9001 7.5.3.2', 'cfr-11 11.10(c)'],
	silenceable: false,
	scope: 'file',
	kinds: ['record-approval'],
	examples: {
		bad: example('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'),
		good: example('501dee7fee539b642846d3e314412fa30a3a24e480ae914e0454d5b559ee6a35'),
	},
	*check(subject) {
		// What `checked` holds passed the schema, any key of which may be absent.
		const stated = (subject.checked as ApprovalRecord | null)?.paper?.sha256;
		for (const { target, found, sha256 } of subject.linkedFiles) {
			if (found !== 'file')
				yield {
					place: { path: ['paper', 'file'] },
					message:
						found === 'outside'
							? `${target}, the scan of this signature, lies outside the library`
							: `${target}, the scan of this signature, is gone`,
				};
			else if (sha256 !== undefined && sha256 !== stated)
				yield {
					place: { path: ['paper', 'sha256'] },
					message: `${target} is not the scan that was put on record: its content has changed`,
				};
		}
	},
};

function example(sha256: string): string {
	return `# file: records/approvals/SOP-FIN-900/1.0/000000000000/ann.smith-controller-approval.yaml
format: 1
library: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92
document: SOP-FIN-900
version: "1.0"
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
person: ann.smith
role: controller
meaning: approval
at: "2026-01-20T10:00:00Z"
paper:
  file: attachments/approval.md
  sha256: ${sha256}
  date: 2019-05-02
  recorded_by: max.muster
# file: attachments/approval.md
# Bank portal
Use the token.
`;
}

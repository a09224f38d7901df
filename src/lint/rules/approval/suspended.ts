import { signatureWords } from '../../../control/approval/approval-words.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { normal } from '../../../model/history/version.ts';
import { completionOf } from '../../deciding-versions.ts';
import type { PastDocument } from '../../history-subject.ts';
import { numbersJudged } from '../../numbers-judged.ts';
import type { HistoryRule } from '../../rule.ts';

export const suspended: HistoryRule = {
	name: 'approval/suspended',
	severity: 'error',
	summary: 'The text was changed after it was signed, so its signatures do not hold for it.',
	why: 'A signature is for the words that were read. It stays with them, and what is in force stays so; the changed text has no signature at all.',
	remedy:
		'Change the text back, or give it the next version with a row of its own in the change log, and have that signed.',
	points: 'At section 15.',
	clauses: ['iso-9001 7.5.2 c', 'cfr-11 11.70', 'iso-13485 4.2.4 b'],
	silenceable: false,
	scope: 'history',
	examples: {
		bad: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
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
# now
title: Check of all invoices
approval:
  signatures:
    - role: clerk
      meaning: review
    - role: controller
      meaning: approval
  review:
    every: 1 year
# file: registers/people.yaml
{{people}}`,
		good: `# commit: 2026-01-05 by max.muster
# file: registers/people.yaml
{{people}}# commit: 2026-01-20
title: Check of invoices
# file: registers/people.yaml
{{people}}# record: approvals {person: ann.smith, role: controller}
# now
# A comment is no change of the text.
title: Check of invoices
# file: registers/people.yaml
{{people}}`,
	},
	*check(subject) {
		const judged = numbersJudged(subject);
		if ('notEvaluated' in judged) {
			yield judged;
			return;
		}
		for (const past of judged.documents) {
			const signed = signedOtherwise(past);
			if (signed === undefined) continue;
			yield {
				file: past.here.file,
				place: { path: ['approval'], part: 'key' },
				message: `What was signed as version ${past.here.version} is another text (${shortDigest(signed.digest)}): ${signed.words}`,
			};
		}
	},
};

/** The text of this number that somebody signed, where it is not the one here and nobody has signed that. */
function signedOtherwise(past: PastDocument): { digest: string | undefined; words: string } | undefined {
	const { here, hereDigest, timeline, state } = past;
	if (here?.version === undefined || typeof hereDigest !== 'string') return undefined;
	const number = normal(here.version);
	const signed = timeline.versions.flatMap((version) => {
		if (normal(version.version) !== number) return [];
		const counting = (completionOf(state, version)?.signatures ?? []).filter(
			({ cause, withdrawn }) => cause === null && withdrawn === null,
		);
		return counting.length === 0
			? []
			: [{ digest: version.digest, words: counting.map(signatureWords).join('; ') }];
	});
	if (signed.some(({ digest }) => digest === hereDigest)) return undefined;
	return signed[0];
}

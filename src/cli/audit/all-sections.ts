import type { AuditInput } from '../../audit/audit-input.ts';
import type { Integrity } from '../../audit/integrity.ts';
import type { AuditorRequest } from '../../audit/pbc/auditor-request.ts';
import type { Section } from '../../audit/section.ts';
import { access } from '../../audit/sections/access.ts';
import { approvals } from '../../audit/sections/approvals.ts';
import { changes } from '../../audit/sections/changes.ts';
import { controlMatrix } from '../../audit/sections/control-matrix.ts';
import { distribution } from '../../audit/sections/distribution.ts';
import { documentSet } from '../../audit/sections/document-set.ts';
import { exceptionsLog } from '../../audit/sections/exceptions-log.ts';
import { executedSamples } from '../../audit/sections/executed-samples.ts';
import { findings } from '../../audit/sections/findings.ts';
import { integrity } from '../../audit/sections/integrity.ts';
import { lateKnowledge } from '../../audit/sections/late-knowledge.ts';
import { limits } from '../../audit/sections/limits.ts';
import { masterList } from '../../audit/sections/master-list.ts';
import { metrics } from '../../audit/sections/metrics.ts';
import { notEvaluatedChecks } from '../../audit/sections/not-evaluated.ts';
import { obsolete } from '../../audit/sections/obsolete.ts';
import { periodicReview } from '../../audit/sections/periodic-review.ts';
import { policy } from '../../audit/sections/policy.ts';
import { requestsSection } from '../../audit/sections/requests.ts';
import { training } from '../../audit/sections/training.ts';
import { withoutUnseen } from '../../audit/unseen.ts';

/** What sections are made from. */
export interface SectionFacts {
	readonly input: AuditInput;
	readonly integrity: Integrity;
	/** Null where no list of requests was given. */
	readonly requests: readonly AuditorRequest[] | null;
}

/** All sections of a packet in their order, but P-00 (the cover) and P-12, which are made from the others. */
export function allSections({ input, integrity: found, requests }: SectionFacts): readonly Section[] {
	const sections = [
		masterList(input),
		documentSet(input),
		changes(input),
		approvals(input),
		training(input),
		periodicReview(input),
		obsolete(input),
		distribution(input),
		executedSamples(input),
		access(input),
		exceptionsLog(input),
		integrity(input, found),
		metrics(input),
		controlMatrix(input),
		findings(input),
		policy(input),
		lateKnowledge(input),
		limits(input),
	];
	const seen = withoutUnseen(input, sections);
	const answered = [...seen, requestsSection(requests, seen)];
	return [...answered, notEvaluatedChecks(answered)].sort((a, b) => place(a) - place(b));
}

/** `P-01` before `P-16`, and these before annexes. */
function place({ id }: Section): number {
	const [kind, number] = id.split('-');
	return (kind === 'P' ? 0 : 100) + Number(number);
}

import { contentKey } from '../../../control/approval/document-approvals.ts';
import { signatureAnswers, weakestWho } from '../../../control/approval/signature-answer.ts';
import type { Version } from '../../../model/history/version.ts';
import { instantText } from '../../../model/zone.ts';
import type { KnownDocument } from '../../history/document-states.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { sinceWhen } from '../list/register-entry.ts';

/** The answer of `sop show` as JSON gives it, without its text; `version` is the one that is shown. */
export function showAnswer(
	{ moment, history, policy }: OpenRecord,
	{ id, state }: KnownDocument,
	version: Version | undefined,
) {
	const instant = (seconds: number | undefined) => (seconds === undefined ? null : instantText(seconds));
	const signatures = version === undefined ? [] : signatureAnswers(state.approvals, version);
	const completion = version && state.approvals?.completions.get(contentKey(version));
	return {
		document: id,
		on: moment.onText,
		known: { commit: moment.known.id, at: instantText(moment.known.time), ref: history.ref?.ref ?? null },
		inForce: version !== undefined && state.inForce === version,
		notEvaluated: state.notEvaluated,
		version: version?.version ?? null,
		digest: version?.digest ?? null,
		...(version === undefined ? { from: null, fromAtLatest: null } : sinceWhen(version)),
		until: instant(version?.end),
		commit: version?.commit ?? null,
		file: version?.path ?? null,
		approvals: policy.approvals,
		signatures,
		authorsNotVisible: completion?.squashes ?? [],
		trust: { who: weakestWho(signatures), when: version?.knownLevel ?? null },
		standing: { version: state.standing?.version ?? null, status: state.status, why: state.why },
		partial: history.partial,
	};
}

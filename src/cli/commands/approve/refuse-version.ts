import { contentKey } from '../../../control/approval/document-approvals.ts';
import type { DocumentState } from '../../../control/document-state.ts';
import type { Policy } from '../../../control/policy.ts';
import { shortDigest } from '../../../control/short-digest.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import { normal } from '../../../model/history/version.ts';
import { compareVersions } from '../../../model/version-number.ts';
import { exitCode } from '../../exit-code.ts';
import type { CommittedDocument } from '../../history/find-committed.ts';

/** Refuses a signature that could never count: the document is retired, or the number is another text's or too low. */
export function refuseVersion(
	{ id, version }: CommittedDocument,
	digest: string,
	state: DocumentState,
	{ policy, today }: { readonly policy: Policy; readonly today: string },
): void {
	const { timeline, inForce, status, notEvaluated } = state;
	const refuse = (message: string, help: string) =>
		new CommandError(message, { help, exitCode: exitCode.findings });
	// Of a document that is new, or of a library before its first day, nothing can be in force.
	const isFirst = !timeline.stood || (policy.adopted !== undefined && today < policy.adopted);
	if (notEvaluated !== null && (!isFirst || policy.unknownZone !== undefined))
		throw new CommandError(`What is in force of ${id} is not evaluated: ${notEvaluated}`, {
			help: 'What is signed now could not be told from what was signed before.',
			exitCode: exitCode.unfinished,
		});
	if (status === 'retired')
		throw refuse(`${id} is retired`, 'What takes its place has an id of its own: sop new.');
	const rivals = timeline.versions.filter((one) => normal(one.version) === normal(version));
	const owner = rivals.find(({ owns }) => owns === 'yes');
	// What came before anybody had to approve is complete without signatures, and may be signed all the same.
	const isSigned =
		owner !== undefined && state.approvals?.completions.get(contentKey(owner))?.position !== undefined;
	if (owner?.digest === digest && !isSigned) return;
	if (owner?.digest === digest) {
		const why = owner.endedBy === undefined ? 'is complete already' : 'was complete, and has ended';
		throw refuse(
			`${id} ${version} ${why}`,
			owner.endedBy === undefined
				? 'Nothing is left to sign: sop show --why names who signed what.'
				: `A version that ended never comes back: sop revise ${id} opens the next one.`,
		);
	}
	if (owner !== undefined || rivals.some(({ owns }) => owns === 'contested'))
		throw refuse(
			`${version} of ${id} is ${owner === undefined ? 'claimed by two texts' : `another text (${shortDigest(owner.digest)})`}: a number is never used twice`,
			`sop revise ${id} gives this text the next number.`,
		);
	if (inForce !== undefined && (compareVersions(version, inForce.version) ?? 0) < 0)
		throw refuse(
			`${version} of ${id} is lower than ${inForce.version}, which is in force`,
			`sop revise ${id} gives this text the next number.`,
		);
}

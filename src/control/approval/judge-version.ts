import type { RolesRegister } from '../../model/documents.generated.ts';
import { openLines } from './fill-lines.ts';
import type { JudgedSignature } from './judged-signature.ts';
import { requiredLines, type SignatureLine } from './signature-lines.ts';

/** Whether, and since when, a version has all signatures that it needs. */
export interface Completion {
	/** The mainline commit from which on it has; undefined where it never had. */
	readonly position: number | undefined;
	/** The withdrawal of a signature that it leaned on; undefined where none ended it. */
	readonly lost: { readonly position: number; readonly known: number; readonly file: string } | undefined;
	readonly lines: readonly SignatureLine[];
	/** Lines that nobody fills. */
	readonly open: readonly SignatureLine[];
	readonly signatures: readonly JudgedSignature[];
}

/** What completes a version. */
export interface CompletionInput {
	/** The lines of its own section 15, and of the version that was in force before its text came. */
	readonly own: readonly SignatureLine[];
	readonly before: readonly SignatureLine[];
	readonly roles: RolesRegister | undefined;
	readonly signatures: readonly JudgedSignature[];
}

/**
 * A version is complete from the first mainline commit on at which every line it needs is filled by a signature that
 * counts, each by another person, and at least one of them is an approval. A signature that is withdrawn later stops
 * counting then; what was complete before stays as it was known.
 */
export function judgeVersion({ own, before, roles, signatures }: CompletionInput): Completion {
	const lines = requiredLines(own, before, roles);
	const needsApproval = lines.some(({ meaning }) => meaning === 'approval');
	const counting = signatures.filter(({ cause }) => cause === null).sort((a, b) => a.position - b.position);
	const openAt = (position: number): readonly SignatureLine[] =>
		openLines(
			lines,
			counting.filter(
				(one) => one.position <= position && (one.withdrawn === null || one.withdrawn.position > position),
			),
		);
	const isComplete = (position: number) => needsApproval && openAt(position).length === 0;
	const position = counting.map((one) => one.position).find(isComplete);
	const lost =
		position === undefined
			? undefined
			: counting
					.flatMap(({ withdrawn }) => (withdrawn === null ? [] : [withdrawn]))
					.filter((one) => one.position > position && !isComplete(one.position))
					.sort((a, b) => a.position - b.position)[0];
	return { position, lost, lines, open: openAt(Number.MAX_SAFE_INTEGER), signatures };
}

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
	/** Whether it needs them to count: false for what came before anybody had to sign. */
	readonly isNeeded: boolean;
	/** Commits that may hold the work of authors who are not visible, each as a clause; looked for where somebody signed. */
	readonly squashes: readonly string[];
}

/** What completes a version. */
export interface CompletionInput {
	/** The lines of its own section 15. */
	readonly own: readonly SignatureLine[];
	/** The position that first showed its text. */
	readonly from: number;
	/** The lines of each version that was in force when its text came, first or again, with the position of that. */
	readonly before: readonly { readonly since: number; readonly lines: readonly SignatureLine[] }[];
	/** The role that stands for one at a position: itself, or what has replaced it. */
	readonly roleAt: (role: string, position: number) => string;
	readonly signatures: readonly JudgedSignature[];
}

/**
 * A version is complete from the first mainline commit on at which every line it needs is filled by a signature that
 * counts, each by another person, and at least one of them is an approval. A signature that is withdrawn later stops
 * counting then; what was complete before stays as it was known.
 */
export function judgeVersion({
	own,
	from,
	before,
	roleAt,
	signatures,
}: CompletionInput): Omit<Completion, 'isNeeded' | 'squashes'> {
	const counting = signatures.filter(({ cause }) => cause === null).sort((a, b) => a.position - b.position);
	const currentAt = <Line extends SignatureLine>(lines: readonly Line[], position: number) =>
		lines.map((line) => ({ ...line, role: roleAt(line.role, position) }));
	const linesAt = (position: number) =>
		before
			.filter(({ since }) => since <= position)
			.reduce<readonly SignatureLine[]>(
				(needed, { lines }) => requiredLines(needed, currentAt(lines, position), undefined),
				currentAt(own, position),
			);
	const openAt = (position: number): readonly SignatureLine[] => {
		const standing = counting.filter(
			(one) => one.position <= position && (one.withdrawn === null || one.withdrawn.position > position),
		);
		return openLines(linesAt(position), currentAt(standing, position));
	};
	const isComplete = (position: number) =>
		linesAt(position).some(({ meaning }) => meaning === 'approval') && openAt(position).length === 0;
	const position = counting.map((one) => one.position).find(isComplete);
	const lost =
		position === undefined
			? undefined
			: counting
					.flatMap(({ withdrawn }) => (withdrawn === null ? [] : [withdrawn]))
					.filter((one) => one.position > position && !isComplete(one.position))
					.sort((a, b) => a.position - b.position)[0];
	const last = Math.max(
		from,
		...before.map(({ since }) => since),
		...signatures.flatMap((one) => [one.position, one.withdrawn?.position ?? 0]),
	);
	const lines = linesAt(position ?? last);
	return { position, lost, lines, open: openAt(lost === undefined ? (position ?? last) : last), signatures };
}

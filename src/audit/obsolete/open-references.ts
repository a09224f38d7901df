import { normal } from '../../model/history/version.ts';
import type { AuditedDocument, AuditInput } from '../audit-input.ts';
import { type TextInForce, textsInForce } from '../texts-in-force.ts';

/** A text in force that sends people to what holds no more. */
export interface OpenReference {
	readonly from: TextInForce;
	/** As the text calls the relation. */
	readonly how: string;
	readonly to: string;
	/** The version that it pins; null where it names the document. */
	readonly edition: string | null;
	readonly problem: 'names a retired document' | 'names a withdrawn document' | 'pins an ended version';
}

/** What was found of one text in force. */
export interface JudgedText {
	readonly from: TextInForce;
	readonly open: readonly OpenReference[];
	/** Why not all of its references could be judged; null where they could. */
	readonly notEvaluated: string | null;
}

/** The references of each text in force in scope, held against what they name at the end of the period. */
export function openReferences({ documents, period }: AuditInput): readonly JudgedText[] {
	const all = new Map(documents.map((document) => [document.id, document]));
	return textsInForce(documents.filter(({ isInScope }) => isInScope)).map((from) => {
		let notEvaluated = from.whyNot;
		const open: OpenReference[] = [];
		for (const { id, how, edition } of from.text?.summary.references ?? []) {
			const target = all.get(id);
			// What a change affected then may be retired since.
			if (target === undefined || how === 'affects') continue;
			if (target.state.notEvaluated !== null) {
				notEvaluated ??= `whether ${id} is in force: ${target.state.notEvaluated}`;
				continue;
			}
			const problem = problemOf(target, edition, period.end);
			if (problem !== null) open.push({ from, how, to: id, edition: edition ?? null, problem });
		}
		return { from, open, notEvaluated };
	});
}

function problemOf(
	{ state }: AuditedDocument,
	edition: string | undefined,
	end: number,
): OpenReference['problem'] | null {
	if (state.status === 'retired') return 'names a retired document';
	const { versions } = state.timeline;
	if (state.inForce === undefined && versions.some((one) => hasEnded(one, end)))
		return 'names a withdrawn document';
	if (edition === undefined) return null;
	const pinned = versions.filter(
		({ version, owns }) => owns === 'yes' && normal(version) === normal(edition),
	);
	return pinned.some((one) => hasEnded(one, end)) ? 'pins an ended version' : null;
}

/** A version that was in force, and by then is not any more. */
function hasEnded(
	{ start, end }: { readonly start: number | undefined; readonly end: number | undefined },
	instant: number,
): boolean {
	return start !== undefined && end !== undefined && end <= instant;
}

import { isBareClause, judgeCitation } from '../../model/clause-packs/judge-citation.ts';
import { packsOf } from '../../model/clause-packs/packs.ts';
import type { Control } from '../../model/documents.generated.ts';
import { rows } from '../../model/several.ts';
import type { AuditInput } from '../audit-input.ts';
import { type TextInForce, textsInForce } from '../texts-in-force.ts';

/** One line of `satisfies` of a text in force. */
export interface ControlAnswer {
	readonly from: TextInForce;
	/** The control or clause, as written. */
	readonly names: string;
	readonly how: string | null;
	/** The control of the register; undefined where it is none of it. */
	readonly control: Control | undefined;
	/** Whether the register or a clause pack has it; undefined where there is no register to look it up in. */
	readonly isKnown: boolean | undefined;
}

/** What the texts in force at the end of the period say they answer. */
export interface ControlAnswers {
	readonly texts: readonly TextInForce[];
	/** Of documents in scope and of all others: these decide whether a control is answered, and are shown nowhere. */
	readonly answers: readonly ControlAnswer[];
	/** How many documents there are of which nobody can tell what is in force. */
	readonly untold: number;
	/** How many texts in force cannot be read. */
	readonly unread: number;
}

/** Reads `satisfies` of every text in force, against the controls register of the end of the period. */
export function controlAnswers({ documents, registers, config, period }: AuditInput): ControlAnswers {
	const texts = textsInForce(documents);
	const register = registers.closing.controls;
	const controls = new Map(rows(register?.controls).map((control) => [control.id ?? '', control]));
	const packs = packsOf(config.frameworks);
	const isKnown = (name: string): boolean | undefined => {
		if (controls.has(name)) return true;
		const judged = judgeCitation(name, period.to);
		if (judged.some(({ state }) => state === 'unknown')) return false;
		if (judged.length > 0 || isBareClause(name, packs, period.to)) return true;
		return register === undefined ? undefined : false;
	};
	return {
		texts,
		answers: texts.flatMap((from) =>
			(from.text?.satisfies ?? []).flatMap(({ control: names, how }) =>
				names === undefined
					? []
					: [{ from, names, how: how ?? null, control: controls.get(names), isKnown: isKnown(names) }],
			),
		),
		untold: documents.filter(({ state }) => state.notEvaluated !== null).length,
		unread: texts.filter(({ whyNot }) => whyNot !== null).length,
	};
}

/** Why an answer may be missing that is there, as a clause; null where all could be seen. */
export function mayBeAnswered({ untold, unread }: ControlAnswers): string | null {
	if (untold > 0)
		return `what is in force of ${untold} ${untold === 1 ? 'document' : 'documents'} cannot be told`;
	return unread > 0 ? `${unread} ${unread === 1 ? 'text' : 'texts'} in force cannot be read` : null;
}

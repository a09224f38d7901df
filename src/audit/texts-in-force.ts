import type { Version } from '../model/history/version.ts';
import type { AuditedDocument } from './audit-input.ts';
import type { AuditedText } from './audited-text.ts';
import type { CheckItem } from './check.ts';

/** What is in force of a document at the end of the period. */
export interface TextInForce {
	readonly document: AuditedDocument;
	readonly version: Version;
	/** `SOP-FIN-001@2.1`. */
	readonly key: string;
	/** Undefined where it cannot be read, or is not here: `whyNot` says which. */
	readonly text: AuditedText | undefined;
	readonly whyNot: string | null;
}

/** The texts in force at the end of the period, in the order of their documents; of those that cannot be told, none. */
export function textsInForce(documents: readonly AuditedDocument[]): readonly TextInForce[] {
	return documents.flatMap((document) => {
		const { id, state, text } = document;
		const version = state.inForce;
		if (version === undefined) return [];
		const whyNot =
			text === undefined
				? 'its text is not in this repository'
				: text.digest === null || text.summary.known === 'named'
					? 'its text cannot be read'
					: null;
		return [
			{
				document,
				version,
				key: `${id}@${version.version}`,
				text: whyNot === null ? text : undefined,
				whyNot,
			},
		];
	});
}

/** An item of a check for each document of which nobody can tell what is in force: none is passed over as good. */
export function untoldItems(documents: readonly AuditedDocument[]): readonly CheckItem[] {
	return documents.flatMap(({ id, state: { notEvaluated } }) =>
		notEvaluated === null ? [] : [{ key: id, of: [id], result: 'not evaluated', detail: notEvaluated }],
	);
}

import { CommandError } from '../../../diagnostics/command-error.ts';
import { frameworks } from '../../../model/clause-packs/packs.ts';
import { nearest } from '../../../model/nearest.ts';
import { inertText } from '../../../report/inert-text.ts';
import type { CommandContext } from '../../command-context.ts';

/** What a packet was asked to be about. */
export interface AuditScope {
	/** Ids as the mainline has them; empty for all documents. */
	readonly ids: readonly string[];
	/** Functions; empty for all. */
	readonly functions: readonly string[];
	/** Clause packs; empty for those that the config names. */
	readonly frameworks: readonly string[];
}

/** Reads `--id`, `--function` and `--framework`, whatever the case of their words; throws a usage error for what means nothing here. */
export function auditScope(
	context: CommandContext,
	ids: readonly string[],
	functions: readonly string[],
): AuditScope {
	return {
		ids: chosen(context.all('id'), ids, 'No document ever had the id'),
		functions: chosen(context.all('function'), functions, 'No document has the function'),
		frameworks: chosen(context.all('framework'), frameworks, 'There is no clause pack'),
	};
}

/** More words than these nobody reads in a message. */
const mostNamed = 20;

function chosen(written: readonly string[], known: readonly string[], none: string): readonly string[] {
	const found = written.map((word) => {
		const one = known.find((name) => name.toLowerCase() === word.toLowerCase());
		if (one !== undefined) return one;
		const close = nearest(word, known);
		throw new CommandError(
			`${none} ${inertText(word)}`,
			close !== undefined
				? { help: `Did you mean ${inertText(close)}?` }
				: known.length <= mostNamed
					? { help: `There are ${known.map(inertText).join(', ')}.` }
					: {},
		);
	});
	return [...new Set(found)].sort();
}

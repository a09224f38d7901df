import { jsonText } from '../../../report/json-text.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { withheldItem, withheldWords } from '../../withholding.ts';

/** Says of a document only that it is there: its id, and the digest of the text that is withheld. Ends with 1. */
export function showWithheld(
	context: CommandContext,
	id: string,
	digest: string | null | undefined,
): ExitCode {
	const { id: document, ...item } = withheldItem(id, digest);
	const line = `${document} ${item.digest ?? 'without a digest'}, ${withheldWords}, above ${context.text('maxClassification')}`;
	const format = context.text('format') ?? 'pretty';
	if (format === 'json') context.print(jsonText({ format: 1, document, ...item }));
	else if (format === 'pretty') context.print(`${line}\n`);
	// What stands for a text or a drawing must not be taken for one.
	else context.warn(line);
	return exitCode.findings;
}

import type { AuditedLint } from '../../../audit/audited-lint.ts';
import { CommandError } from '../../../diagnostics/command-error.ts';
import type { OpenAudit } from '../gather/open-audit.ts';
import { lintCommit } from './lint-commit.ts';

/**
 * What the rules of an audit say of the texts at the end of its period; undefined where there are none yet, a text is not
 * in this repository, or the config there cannot be put together: then nobody can tell, and all else still can be told.
 */
export async function lintAtEnd({ record, period, positions }: OpenAudit): Promise<AuditedLint | undefined> {
	if (positions.closing < 0) return undefined;
	try {
		return await lintCommit(record, { position: positions.closing, today: period.to, on: period.end });
	} catch (error) {
		if (error instanceof CommandError) return undefined;
		throw error;
	}
}

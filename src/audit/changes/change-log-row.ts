import type { ChangeLogRow } from '../../model/documents.generated.ts';
import { normal } from '../../model/history/version.ts';

/** The row of a change log about a version. */
export function rowOf(log: readonly ChangeLogRow[], version: string): ChangeLogRow | undefined {
	return log.find((row) => row.version !== undefined && normal(String(row.version)) === normal(version));
}

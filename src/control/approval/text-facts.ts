import { normal } from '../../model/history/version.ts';
import { several } from '../../model/several.ts';
import { linesOf, type SignatureLine } from './signature-lines.ts';

/** What approvals need to know of one text of a document. */
export interface TextFacts {
	readonly digest: string;
	readonly version: string;
	/** Section 15. */
	readonly lines: readonly SignatureLine[];
	/** Authors and contributors that the change-log rows of its own version name. */
	readonly authors: readonly string[];
}

/** The facts of a content value whose digest is known. */
export function textFactsOf(value: unknown, digest: string): TextFacts {
	const version = String(at(value, 'version') ?? '');
	const log: unknown = at(value, 'change_log');
	const rows: readonly unknown[] = Array.isArray(log)
		? log.filter((one: unknown) => normal(String(at(one, 'version') ?? '')) === normal(version))
		: [];
	const names = rows
		.flatMap((row) => [at(row, 'author'), at(row, 'contributors')])
		.flatMap((written) => several(written as string | readonly string[] | undefined));
	return {
		digest,
		version,
		lines: linesOf(value),
		authors: names.filter((name) => typeof name === 'string'),
	};
}

function at(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

import { CommandError } from '../diagnostics/command-error.ts';
import type { Config } from '../model/documents.generated.ts';
import { idPatternsOf } from '../model/id-patterns.ts';

export type DocumentKind = 'sop' | 'checklist';

/** `SOP-FIN-` or `CHK-FIN-`. */
export function idPrefix(kind: DocumentKind, code: string): string {
	return `${kind === 'sop' ? 'SOP' : 'CHK'}-${code.toUpperCase()}-`;
}

/** The number after the highest one taken, three digits at least: gaps stay gaps, since ids are never used again. */
export function nextId(prefix: string, taken: Iterable<string>): string {
	let highest = 0n;
	for (const id of taken) {
		const number = id.toUpperCase().startsWith(prefix) ? id.slice(prefix.length) : '';
		if (/^\d{1,12}$/.test(number) && BigInt(number) > highest) highest = BigInt(number);
	}
	return `${prefix}${String(highest + 1n).padStart(3, '0')}`;
}

/** The id of a new document: the one asked for, or the next free one. A usage error where it is taken or of no form that ids have here. */
export function chooseId(
	asked: string | undefined,
	prefix: string,
	taken: ReadonlySet<string>,
	config: Config,
): string {
	const { written, fits } = idPatternsOf(config);
	if (asked === undefined) {
		const id = nextId(prefix, taken);
		if (fits(id) === false) {
			throw new CommandError(`Ids here have another form than ${id}`, {
				help: `Choose one with --id. It must fit ${written}.`,
			});
		}
		return id;
	}
	const upper = asked.toUpperCase();
	const id = fits(asked) === false && fits(upper) !== false ? upper : asked;
	if (fits(id) === false || !/^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,63}$/u.test(id)) {
		throw new CommandError(
			`The id ${JSON.stringify(asked.slice(0, 80))} has not the form that ids have here`,
			{
				help: `It must fit ${written}. Without --id, sop new takes the next free one: ${nextId(prefix, taken)}.`,
			},
		);
	}
	if ([...taken].some((other) => other.toUpperCase() === id.toUpperCase())) {
		throw new CommandError(`The id ${id} is taken, or was once`, {
			help: `Ids are never used again. The next free one is ${nextId(prefix, taken)}.`,
		});
	}
	return id;
}

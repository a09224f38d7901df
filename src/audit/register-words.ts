import type { DaySpan } from '../model/day-span.ts';
import { type Registers, withoutRegister } from '../model/registers.ts';
import { rows } from '../model/several.ts';
import { shellWord } from '../model/shell-word.ts';
import type { AuditInput } from './audit-input.ts';
import type { Reperformance } from './reperformance.ts';

/** A stretch of days in words: `2026-01-01 to 2026-03-31`; empty where it is open at both ends. */
export function spanText({ from, until }: DaySpan): string {
	if (from === undefined) return until === undefined ? '' : `to ${until}`;
	return until === undefined ? `from ${from}` : `${from} to ${until}`;
}

/** Why a register is not known, as a clause, and in which way. */
export interface UnknownRegister {
	readonly cause: string;
	readonly how: 'not begun' | 'not here' | 'cannot be read' | 'none';
}

/** Why a register of the beginning or the end of the period is not known; undefined where it is. */
export function whyNoRegister(
	{ registers, positions, partial }: AuditInput,
	when: 'opening' | 'closing',
	kind: 'people' | 'roles' | 'controls',
): UnknownRegister | undefined {
	if (registers[when][kind] !== undefined) return undefined;
	if (positions[when] < 0)
		return partial === null
			? { cause: 'the mainline had not begun', how: 'not begun' }
			: { cause: `${partial}: what was before its first commit cannot be seen`, how: 'not here' };
	const cause = withoutRegister(registers[when], kind);
	if (cause.endsWith('cannot be read')) return { cause, how: 'cannot be read' };
	return { cause, how: cause.endsWith('is not here') ? 'not here' : 'none' };
}

/**
 * The entries of a register at the beginning or the end of the period: none where there was none; null where that cannot
 * be told.
 */
export function entriesAt<Entry>(
	input: AuditInput,
	when: 'opening' | 'closing',
	kind: 'people' | 'roles',
	entriesOf: (registers: Registers) => readonly Entry[] | null | undefined,
): readonly Entry[] | null {
	const why = whyNoRegister(input, when, kind);
	if (why === undefined) return rows(entriesOf(input.registers[when]));
	return why.how === 'not begun' || why.how === 'none' ? [] : null;
}

/** How to count the entries of a register at the end of the period; nothing where it lies elsewhere. */
export function registerCount(
	{ mainline, positions, prefix, config, registers }: AuditInput,
	kind: 'people' | 'roles',
	count: number,
): readonly Reperformance[] {
	const commit = mainline.at(positions.closing)?.id;
	if (commit === undefined || registers.closing[kind] === undefined) return [];
	const file = (kind === 'people' ? config.people?.file : undefined) ?? `registers/${kind}.yaml`;
	return [
		{
			does: 'count the entries of the register at the end of the period, where each begins with its id on a line of its own',
			command: `git show ${shellWord(`${commit}:${prefix}${file}`)} | grep -cE '^ {0,4}- id:'`,
			gives: String(count),
		},
	];
}

import type { SignatureLine } from './signature-lines.ts';

/** A signature, as far as it decides which line it can fill. */
export interface FillingSignature extends SignatureLine {
	readonly person: string;
}

/**
 * The lines that signatures leave open, where each line is filled by another person: a largest matching of lines and
 * people by augmenting paths (Kuhn 1955). One person may hold several signatures and fills one line.
 */
export function openLines(
	lines: readonly SignatureLine[],
	signatures: readonly FillingSignature[],
): readonly SignatureLine[] {
	const lineOf = new Map<string, number>();
	const fill = (index: number, tried: Set<string>): boolean => {
		const line = lines[index];
		for (const { role, meaning, person } of signatures) {
			if (role !== line?.role || meaning !== line.meaning || tried.has(person)) continue;
			tried.add(person);
			const other = lineOf.get(person);
			if (other !== undefined && !fill(other, tried)) continue;
			lineOf.set(person, index);
			return true;
		}
		return false;
	};
	return lines.filter((_, index) => !fill(index, new Set()));
}

import type { RecordKind } from '../model/record/record-kind.ts';
import { shellWord } from '../model/shell-word.ts';
import type { AuditInput } from './audit-input.ts';
import type { Reperformance } from './reperformance.ts';

/**
 * How to count the records of a kind that the mainline first showed in the period, or by its end; nothing where it had
 * not begun, or where texts of records are not here.
 */
export function countOfShown(
	input: AuditInput,
	kind: RecordKind,
	when: 'in the period' | 'by the end of the period' | 'up to what is known',
): readonly Reperformance[] {
	const { mainline, positions, prefix, records } = input;
	const last = when === 'up to what is known' ? positions.known : positions.closing;
	const closing = mainline.at(last)?.id;
	if (closing === undefined || records.missing.length > 0) return [];
	const after = when === 'in the period' ? positions.opening : -1;
	const opening = mainline.at(after)?.id;
	const range = opening === undefined ? closing : `${opening}..${closing}`;
	const path = shellWord(`${prefix}records/${kind}`);
	const shown = [...records[kind], ...records.broken.filter((one) => one.kind === kind)].filter(
		({ position }) => position > after && position <= last,
	);
	const isInLines = kind === 'training' || kind === 'runs';
	const log = 'git log --first-parent --diff-merges=first-parent --no-renames --format=';
	const does = `count the ${isInLines ? 'lines' : 'files'} below ${path} that the mainline first showed ${when}, those out of scope and those that cannot be read included`;
	return [
		isInLines
			? {
					does,
					command: `${log} -p -U0 --no-color --no-ext-diff --no-textconv --text ${range} -- ${path} | grep -c '^+[^+]'`,
					gives: String(shown.length),
				}
			: {
					does,
					command: `${log} --diff-filter=A --name-only ${range} -- ${path} | grep '\\.yaml"*$' | sort -u | wc -l`,
					gives: String(new Set(shown.map(({ file }) => file)).size),
				},
	];
}

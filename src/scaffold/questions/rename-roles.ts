import type { Path } from '../../diagnostics/path.ts';
import type { TextEdit } from '../../diagnostics/text-edit.ts';
import { applyEdits } from '../../source/apply-edits.ts';
import { startOfLine } from '../../source/value-text.ts';
import { type WrittenScalar, writtenScalars } from '../../source/written-scalars.ts';
import { yamlText } from '../../source/yaml-text.ts';

/** The roles of the register that a document names, in its order: in section 4, as its owner and in section 15. */
export function namedRoles(text: string): readonly string[] {
	const { owner, rows, signatures } = rolePlaces(text);
	const named = [owner, ...rows.map(({ role, id }) => role ?? id), ...signatures].map((one) =>
		String(one?.value ?? ''),
	);
	return [...new Set(named)].filter((name) => name !== '');
}

/**
 * The text with other roles of the register in the place of some. What section 4 calls a role stays its name in the
 * document, so that no step has to change: the row says which role of the register it stands for.
 */
export function renameRoles(text: string, renamed: ReadonlyMap<string, string>): string {
	const { owner, rows, signatures, parties } = rolePlaces(text);
	const own = new Set(rows.map(({ id }) => id?.value));
	const replaced = [
		owner,
		...rows.map(({ role }) => role),
		...signatures,
		...parties.filter(({ value }) => !own.has(value)),
	].flatMap((scalar): readonly TextEdit[] => {
		const name = renamed.get(String(scalar?.value));
		return scalar === undefined || name === undefined
			? []
			: [{ from: scalar.from, to: scalar.to, text: yamlText(name) }];
	});
	const added = rows.flatMap(({ id, role, key }): readonly TextEdit[] => {
		const name = renamed.get(String(id?.value));
		if (id === undefined || role !== undefined || key === undefined || name === undefined) return [];
		const margin = ' '.repeat(key.from - startOfLine(text, key.from));
		return [{ from: id.to, to: id.to, text: `\n${margin}role: ${yamlText(name)}` }];
	});
	return applyEdits(text, [...replaced, ...added]).text;
}

interface RoleRow {
	readonly key: WrittenScalar | undefined;
	readonly id: WrittenScalar | undefined;
	readonly role: WrittenScalar | undefined;
}

function rolePlaces(text: string) {
	const scalars = writtenScalars(text);
	const at = (path: Path, part: WrittenScalar['part'] = 'value') =>
		scalars.find((one) => one.part === part && isPath(one.path, path));
	const indexes = new Set(
		scalars.flatMap(({ path }) => (path[0] === 'roles' && typeof path[1] === 'number' ? [path[1]] : [])),
	);
	const rows = [...indexes].flatMap((index): readonly RoleRow[] =>
		at(['roles', index, 'external'])?.value === true
			? []
			: [
					{
						key: at(['roles', index, 'id'], 'key'),
						id: at(['roles', index, 'id']),
						role: at(['roles', index, 'role']),
					},
				],
	);
	const values = scalars.filter(({ part }) => part === 'value');
	return {
		owner: at(['owner']),
		rows,
		signatures: values.filter(
			({ path }) => path[0] === 'approval' && path[1] === 'signatures' && path.at(-1) === 'role',
		),
		/** Who gives an input or takes an output. */
		parties: values.filter(
			({ path }) =>
				(path[0] === 'inputs' && path.at(-1) === 'from') || (path[0] === 'outputs' && path.includes('to')),
		),
	};
}

function isPath(one: Path, other: Path): boolean {
	return one.length === other.length && one.every((step, index) => step === other[index]);
}

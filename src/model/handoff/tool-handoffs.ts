import type { ToolsRegister } from '../documents.generated.ts';
import { rows } from '../several.ts';
import type { HandoffRow, Party } from './handoff-row.ts';

/** A tool, as the register has it. */
export interface HandoffTool {
	/** Null for one that documents use and no register knows. */
	readonly id: string | null;
	readonly name: string;
	readonly kind: string | null;
	readonly bestFor: string | null;
	readonly limitation: string | null;
	readonly owner: string | null;
}

/** In what way a tool has to do with a handoff. */
export type ToolPart = 'gives' | 'receives' | 'used by the giver' | 'used by the receiver';

/** A tool with the handoffs that touch it. */
export interface ToolHandoffs {
	readonly tool: HandoffTool;
	readonly handoffs: readonly { readonly row: HandoffRow; readonly parts: readonly ToolPart[] }[];
}

/**
 * The tools of the register, in its order, each with the handoffs that touch it: it is an end of it, or the step at one end uses
 * it. After them the tools that only documents name, by their names.
 */
export function toolHandoffs(
	handoffs: readonly HandoffRow[],
	register: ToolsRegister | undefined,
): readonly ToolHandoffs[] {
	const tools: HandoffTool[] = rows(register?.tools).flatMap((entry) =>
		entry.id === undefined
			? []
			: [
					{
						id: entry.id,
						name: entry.name ?? entry.id,
						kind: entry.kind ?? null,
						bestFor: entry.best_for ?? null,
						limitation: entry.limitation ?? null,
						owner: entry.owner ?? null,
					},
				],
	);
	const byName = new Map<string, HandoffTool>();
	for (const tool of tools)
		for (const name of [tool.id, tool.name])
			if (name !== null && !byName.has(fold(name))) byName.set(fold(name), tool);
	const found = new Map<HandoffTool, Map<HandoffRow, Set<ToolPart>>>(tools.map((tool) => [tool, new Map()]));
	const touch = (name: string, row: HandoffRow, part: ToolPart) => {
		const known = byName.get(fold(name));
		const tool = known ?? { id: null, name, kind: null, bestFor: null, limitation: null, owner: null };
		if (known === undefined) byName.set(fold(name), tool);
		const touched = found.get(tool) ?? new Map<HandoffRow, Set<ToolPart>>();
		found.set(tool, touched.set(row, (touched.get(row) ?? new Set()).add(part)));
	};
	const isTool = (party: Party | null): party is Party => party?.kind === 'tool';
	for (const row of handoffs) {
		if (isTool(row.from)) touch(row.from.name, row, 'gives');
		if (isTool(row.to)) touch(row.to.name, row, 'receives');
		for (const name of row.givenWith) touch(name, row, 'used by the giver');
		for (const name of row.takenWith) touch(name, row, 'used by the receiver');
	}
	const all = [...found].map(([tool, touched]) => ({
		tool,
		handoffs: [...touched].map(([row, parts]) => ({ row, parts: [...parts] })),
	}));
	const isRegistered = ({ tool }: ToolHandoffs) => tool.id !== null;
	return [
		...all.filter(isRegistered),
		...all.filter((one) => !isRegistered(one)).sort((a, b) => (a.tool.name < b.tool.name ? -1 : 1)),
	];
}

/** A tool of those, by its id or name in any case; undefined where there is none. */
export function toolNamed(tools: readonly ToolHandoffs[], name: string): ToolHandoffs | undefined {
	return tools.find(({ tool }) =>
		[tool.id, tool.name].some((one) => one !== null && fold(one) === fold(name)),
	);
}

function fold(name: string): string {
	return name.normalize('NFC').trim().toLowerCase();
}

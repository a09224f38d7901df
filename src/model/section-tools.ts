import type { Sop, ToolsRegister } from './documents.generated.ts';
import { rows } from './several.ts';

/** A tool of section 5. */
export interface NamedTool {
	/** Its place in section 5. */
	readonly index: number;
	readonly name: string;
	/** What it is, however it is called: its id in the register where that has it, else its name. */
	readonly tool: string;
}

/** Section 5, to be asked by name. */
export interface SectionTools {
	readonly all: readonly NamedTool[];
	/** The tool of that name; by the register, where it has one, also by its id there or its name there. */
	readonly find: (name: string) => NamedTool | undefined;
}

/** Reads section 5 of an SOP. */
export function sectionTools(sop: Sop, register: ToolsRegister | undefined): SectionTools {
	const entryOf = (name: string) => rows(register?.tools).find((one) => one.id === name || one.name === name);
	const all = rows(sop.tools).flatMap((tool, index): NamedTool[] =>
		tool.name ? [{ index, name: tool.name, tool: entryOf(tool.name)?.id ?? tool.name }] : [],
	);
	const byName = new Map<string, NamedTool>();
	for (const tool of all) if (!byName.has(tool.name)) byName.set(tool.name, tool);
	return {
		all,
		find: (name) => {
			const found = byName.get(name);
			if (found !== undefined) return found;
			const entry = entryOf(name);
			return byName.get(entry?.name ?? '') ?? byName.get(entry?.id ?? '');
		},
	};
}

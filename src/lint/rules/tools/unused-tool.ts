import { roleReferences } from '../../../model/role-references.ts';
import { sectionTools } from '../../../model/section-tools.ts';
import { rows, several } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const unusedTool: FileRule = {
	name: 'tools/unused-tool',
	severity: 'warning',
	summary: 'No step uses a tool of section 5.',
	why: 'People are given access to what section 5 lists. Access that no step needs is access too much, or a step does not say what it works with.',
	remedy: 'Name the tool under `uses` of a step, or take it out of section 5.',
	points: 'At the name of the tool.',
	clauses: ['cfr-11 11.10(d)'],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: `tools:
  - name: Payment system
    use: Invoices and payments
`,
		good: `tools:
  not_applicable: Any payment system will do.
`,
	},
	*check({ sop, library }) {
		if (sop === undefined) return;
		const tools = sectionTools(sop, library.registers.tools);
		// Of two entries that are one tool, which tools/duplicate-tool reports, a step means either.
		const used = new Set<string | undefined>();
		for (const step of rows(sop.procedure))
			for (const name of several(step.uses)) used.add(tools.find(name)?.tool);
		// What is handed over to a tool, or brought by one, needs it too.
		for (const one of roleReferences(sop))
			if (one.use === 'receives' || one.use === 'brings') used.add(tools.find(one.name)?.tool);
		for (const tool of tools.all) {
			if (used.has(tool.tool)) continue;
			yield {
				place: { path: ['tools', tool.index, 'name'] },
				message: `No step uses ${tool.name}`,
			};
		}
	},
};

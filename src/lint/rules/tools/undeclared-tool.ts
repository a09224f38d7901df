import { references } from '../../../model/graph/references.ts';
import { nearest } from '../../../model/nearest.ts';
import { sectionTools } from '../../../model/section-tools.ts';
import { rows } from '../../../model/several.ts';
import type { FileRule } from '../../rule.ts';

export const undeclaredTool: FileRule = {
	name: 'tools/undeclared-tool',
	severity: 'error',
	summary: 'A step uses a tool that section 5 does not have.',
	why: 'Whoever starts in the role gets access to what section 5 lists. A tool that is missing there is found missing on the day it is needed.',
	remedy: 'Add the tool to section 5, or write its name as it stands there.',
	points: 'At the name of the tool.',
	clauses: [],
	scope: 'file',
	kinds: ['sop'],
	examples: {
		bad: stepUsing('Bank portal'),
		good: stepUsing('Payment system'),
	},
	*check({ sop, library }) {
		// An absent or empty section is document/missing-section; one that was set aside says that no tool is used.
		const section = sop?.tools;
		if (!section || (Array.isArray(section) && section.length === 0)) return;
		const tools = sectionTools(sop, library.registers.tools);
		for (const [index, step] of rows(sop.procedure).entries()) {
			for (const { text, path } of references(step.uses, ['procedure', index, 'uses'])) {
				if (text === '' || tools.find(text)) continue;
				const near = nearest(
					text,
					tools.all.map((tool) => tool.name),
				);
				yield {
					place: { path },
					message: `The step ${step.id ?? index + 1} uses ${text}, which is not in section 5`,
					...(near === undefined ? {} : { help: `Did you mean ${near}?` }),
				};
			}
		}
	},
};

function stepUsing(tool: string): string {
	return `tools:
  - name: Payment system
    use: Invoices and payments
procedure:
  - id: enter
    do: Enter the invoice and its amount.
    by: clerk
    uses:
      - Payment system
    needs:
      - invoice
    gives:
      - amount
    trigger: An invoice arrives
    done_when: The entry shows number, supplier and amount of the invoice.
  - id: release
    do: Release the payment.
    by: controller
    uses:
      - ${tool}
    gives:
      - payment
    done_when: The bank confirms the transfer.
    next: end
`;
}

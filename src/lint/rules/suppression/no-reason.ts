import { everyKind } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';
import { suppressionComments } from '../../suppression-comments.ts';

const form =
	'Write `# sop-disable-next-line RULE -- reason [until YYYY-MM-DD]` on a line of its own, above the line it is about.';

export const noReason: FileRule = {
	name: 'suppression/no-reason',
	severity: 'error',
	summary: 'A comment keeps a rule quiet without a reason, or is not of the form and keeps nothing quiet.',
	why: 'Whoever silences a rule accepts a risk for everybody. Without a reason nobody can say later whether it still holds.',
	remedy: 'Write the reason behind two dashes; a last day makes sure that somebody looks again.',
	points: 'At the name of the rule in the comment.',
	clauses: [],
	silenceable: false,
	scope: 'file',
	kinds: everyKind,
	examples: {
		bad: 'tools:\n  - name: Payment system\n    use: Payments\n  # sop-disable-next-line tools/unused-tool\n  - name: Bank portal\n    use: Balances\nprocedure:\n  - id: enter\n    do: Enter the invoice and its amount.\n    by: clerk\n    uses:\n      - Payment system\n      - Bank portal\n    needs:\n      - invoice\n    gives:\n      - amount\n    trigger: An invoice arrives\n    done_when: The entry shows number, supplier and amount of the invoice.\n  - id: release\n    do: Release the payment.\n    by: controller\n    gives:\n      - payment\n    done_when: The bank confirms the transfer.\n    next: end\n',
		good: 'tools:\n  not_applicable: Any payment system will do.\n',
	},
	*check({ text }) {
		for (const { from, to, text: written, suppressions } of suppressionComments(text)) {
			if (suppressions === null) {
				yield {
					place: { offsets: { from, to } },
					message: `The comment "${shorten(written)}" is not of the form, and keeps nothing quiet`,
					help: form,
				};
			} else if (suppressions[0].reason === '') {
				yield {
					place: { offsets: suppressions[0].offsets },
					message: `The comment gives no reason to keep ${suppressions.map(({ rule }) => rule).join(', ')} quiet`,
					help: 'Write the reason behind two dashes: `-- reason`. Until then the comment keeps nothing quiet.',
				};
			}
		}
	},
};

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

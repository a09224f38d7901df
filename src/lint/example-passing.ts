import { exampleSop } from './example-sop.ts';

/** The output of the small SOP handed to another one, for examples of rules about both sides of a handoff. */
export const handedToPosting = `outputs:
  - id: payment
    name: Released payment
    handoff:
      to: SOP-FIN-901
      protocol: Entry in the list of payments
      data:
        - amount
      accepted_when: The list shows number and amount of the invoice
`;

/** The output of the small SOP as it stands: handed to somebody outside. */
export const handedOutside = handedToPosting
	.replace('SOP-FIN-901', 'supplier')
	.replace('Entry in the list of payments', 'Bank transfer with the invoice number as reference')
	.replace('The list shows number and amount of the invoice', "The supplier's account is credited");

/** A second SOP that takes something from the small one, or nothing. */
export function postingSop(taken: string | undefined): string {
	const sop = exampleSop
		.replace('pay-an-invoice', 'post-a-payment')
		.replace('SOP-FIN-900', 'SOP-FIN-901')
		.replace('Pay an invoice', 'Post a payment');
	if (taken === undefined) return sop;
	const inputs = `inputs:\n  - id: paid\n    name: ${taken}\n    from: SOP-FIN-900\n`;
	return sop
		.replace(/^inputs:\n.+\n/m, inputs)
		.replace('    by: clerk\n', '    by: clerk\n    needs:\n      - paid\n');
}

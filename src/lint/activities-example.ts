/** An example of a rule: an SOP that covers one activity, and a register of one. */
export function activitiesExample({
	covers = 'finance.accounts-payable',
	notApplicable,
}: {
	readonly covers?: string;
	readonly notApplicable?: string;
}): string {
	const aside = notApplicable === undefined ? '' : `    not_applicable: ${notApplicable}\n`;
	return `covers:
  - ${covers}
# file: registers/activities.yaml
format: 1
activities:
  - id: finance.accounts-payable
    name: Accounts payable
${aside}`;
}

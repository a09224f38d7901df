import type { CommandDefinition } from '../../command.ts';

export const newCommand: CommandDefinition = {
	name: 'new',
	group: 'Write',
	writes: true,
	summary: 'Write a new SOP or checklist with the next free id.',
	description: `Writes a new SOP or checklist under the next id that no branch has ever used. On a terminal it asks for what is missing: title, function, owner, what can turn out differently (section 8), what can be out of the ordinary (section 11), who writes it and why (section 14). With a template it asks for what only you know; with --title and --function or with --answers it asks nothing. Ctrl-C ends it with exit code 3, and nothing is written.

A file of answers is YAML:

  title: Pay an invoice
  function: finance
  owner: controller
  author: jane.doe
  purpose: Pay each supplier once, the right amount, on time.
  reason: Invoices were paid twice
  outcomes:
    - if: The amount differs from the order
      do: Ask the buyer which of the two is right.
  exceptions:
    - when: The supplier is new
      do: Call back on a number from the contract.
      allowed_by: controller
      until: 2 weeks

For a template, sop new NAME --questions prints such a file with all that the template leaves open, by name:

  placeholders:
    name of the bank portal: Firstbank Online
  confirm:
    retention: 10 years`,
	arguments: [
		{ name: '[template]', summary: 'what to begin with, as sop templates lists it; blank unless told' },
	],
	flags: [
		{ flags: '--title <text>', summary: 'what it is called' },
		{ flags: '--function <name>', summary: 'finance, hr, it, legal, facilities, data, or one of the config' },
		{ flags: '--owner <role>', summary: 'who answers for it: a role or a person' },
		{ flags: '--author <person>', summary: 'who writes it (from git unless told)' },
		{ flags: '--id <id>', summary: 'this id instead of the next free one' },
		{ flags: '--kind <kind>', summary: 'sop or checklist (sop unless told)', choices: ['sop', 'checklist'] },
		{ flags: '--small', summary: 'the smallest useful SOP' },
		{ flags: '--executes <id>', summary: 'for a checklist: the SOP that it carries out' },
		{ flags: '--answers <file>', summary: 'read the answers from a file' },
		{ flags: '--questions', summary: 'print a file of answers to fill in, and write nothing' },
		{ flags: '--dir <folder>', summary: 'write it into this folder of the library' },
		{ flags: '--stdout', summary: 'print it and write nothing' },
		{ flags: '--commit', summary: 'commit exactly this file' },
	],
	examples: [
		{ call: 'sop new --title "Pay an invoice" --function finance', does: 'write an SOP to fill in' },
		{ call: 'sop new --small --title Badges --function it --stdout', does: 'print a small one' },
		{ call: 'sop new bank-reconciliation', does: 'begin with a template for an activity' },
		{ call: 'sop new payroll --questions', does: 'print what it asks, to be answered' },
		{ call: 'sop new office-access', does: "begin with somebody's real procedure" },
		{ call: 'sop new --kind checklist --title Keys --function it', does: 'write a checklist' },
	],
	load: () => import('./run.ts'),
};

// Writes a library of SOPs of about 12 kB each: the same bytes every time, clean under every rule.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const things = [
	'invoice',
	'credit note',
	'purchase order',
	'delivery note',
	'bank statement',
	'contract',
	'time sheet',
	'expense claim',
];
const verbs = ['Compare', 'Check', 'Match', 'Enter', 'Confirm', 'Trace', 'List', 'Review'];
const facts = ['number', 'date', 'amount', 'currency', 'tax rate', 'account', 'address', 'signature'];

/** Makes `count` SOPs in a folder, a hundred a subfolder, and gives their paths. */
export function makeLibrary(folder, count) {
	return Array.from({ length: count }, (_, index) => {
		const path = join(folder, `part-${Math.floor(index / 100)}`, `procedure-${index}.sop.yaml`);
		mkdirSync(join(path, '..'), { recursive: true });
		writeFileSync(path, sopText(index));
		return path;
	});
}

/** One SOP of about 12 kB, different for every number. */
export function sopText(number) {
	const pick = (list, offset) => list[(number * 7 + offset * 3) % list.length];
	const thing = pick(things, 0);
	const steps = Array.from({ length: 17 }, (_, step) => {
		const fact = pick(facts, step);
		return `  - id: step-${step}
    do: ${pick(verbs, step)} the ${fact} of the ${thing} with the ${pick(things, step + 1)} of the same supplier.
    why: A wrong ${fact} is found cheaply here and dearly in the audit.
    by: clerk
    uses:
      - Ledger
    needs:
      - paper
    takes: ${5 + (step % 9) * 5} minutes
    done_when: The ${fact} agrees in both, and the tick mark stands beside line ${step + 1}.
    due: ${1 + (step % 4)} business days
    timeout:
      - within: ${2 + (step % 3)} business days
        do: Remind the supplier and note the day
      - within: 8 business days
        goto: no-answer
`;
	}).join('');
	return `format: 1
id: SOP-FIN-${1000 + number}
title: Handle a ${thing}, case ${number}
function: finance
version: "1.1"
effective: "2026-02-01"
owner: controller
classification: internal
language: en
retention: 7 years

purpose:
  why: >-
    Every ${thing} is complete, right and entered once, so that the figures of the month can be relied on
    by whoever reads them.
  in_scope:
    - Every ${thing} in any currency
  out_of_scope:
    - Whatever reaches us through the ${pick(things, 5)} portal

regulations:
  not_applicable: No law asks for this procedure by name.

definitions:
  - term: tick mark
    means: The sign that a line was compared

roles:
  - id: clerk
    duty: Compares and enters the ${thing}
  - id: controller
    duty: Releases what is entered and answers for it

tools:
  - name: Ledger
    use: Entries and open items
    access: read-write

inputs:
  - id: paper
    name: The ${thing}
    from: supplier
  - id: amount
    name: Amount of the ${thing}
    type: number
    unit: EUR
outputs:
  - id: entry
    name: Released entry
    handoff:
      to: controller
      protocol: The list of the day
      data:
        - amount
      accepted_when: The controller finds every line ticked

procedure:
  - id: receive
    do: Write the day of arrival on the ${thing}.
    by: clerk
    needs:
      - paper
    gives:
      - amount
    trigger: A ${thing} arrives
    done_when: The day stands on the first page.
${steps}  - id: release
    do: Release the entry.
    by: controller
    gives:
      - entry
    done_when: The entry shows as released.
    next: end

decisions:
  - id: size
    after: step-16
    question: How large is the amount?
    input: amount
    branches:
      - below: 0
        goto: negative
      - at_least: 0
        at_most: ${1000 + (number % 50) * 100}
        goto: release
      - above: ${1000 + (number % 50) * 100}
        goto: too-large

quality:
  - id: second-look
    at:
      - step-3
    check: Two lines are compared again.
    by: controller
    accept: Both agree to the cent.
    evidence: Initials beside the tick mark

escalation:
  - id: ledger-down
    at:
      - receive
    when: The ledger does not answer.
    do: Tell the controller.
    to:
      - role: controller
        within: 4 hours

exceptions:
  - id: no-answer
    when: The supplier has not answered by business day 8.
    do: Enter the ${thing} as disputed.
    approved_by: controller
    limit: 10 business days
    resume: release
  - id: negative
    when: The amount is below zero.
    do: Ask the supplier for a credit note.
    approved_by: controller
    limit: once
    resume: receive
  - id: too-large
    when: The amount is above the limit.
    do: Ask for a second signature.
    approved_by: controller
    limit: once
    resume: release

training:
  - for:
      - clerk
      - controller
    what: Handling a ${thing}
    how: Read and understood
    every: 1 year

references:
  not_applicable: It stands alone.

change_log:
  - version: "1.1"
    date: "2026-01-20"
    author: jane.doe
    what: The limit was set anew
    why: Audit finding of 2025
  - version: "1.0"
    date: "2025-06-02"
    author: jane.doe
    what: First version
    why: Two were entered twice

approval:
  signatures:
    - role: controller
      meaning: approval
  review:
    every: 1 year
`;
}

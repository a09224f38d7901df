/** A complete SOP, as short as they come, for examples of rules that need other files beside it. */
export const exampleSop = `# file: sops/pay-an-invoice.sop.yaml
format: 1
id: SOP-FIN-900
title: Pay an invoice
function: finance
version: "1.0"
owner: controller
retention: 7 years
purpose:
  why: Pay each supplier once, the right amount, on time.
  in_scope:
    - Supplier invoices in any currency
regulations:
  not_applicable: No law asks for this procedure by name.
definitions:
  not_applicable: Every word is used in its everyday sense.
roles:
  - id: clerk
    duty: Enters the invoice
  - id: controller
    duty: Releases the payment and answers for it
tools:
  not_applicable: Any payment system will do.
inputs:
  not_applicable: The invoice itself is all there is.
procedure:
  - id: enter
    do: Enter the invoice.
    by: clerk
    trigger: An invoice arrives
    done_when: The entry shows number, supplier and amount of the invoice.
  - id: release
    do: Release the payment.
    by: controller
    done_when: The bank confirms the transfer.
    next: end
decisions:
  - id: complete
    after: enter
    question: Is the invoice complete?
    branches:
      - if: It shows number, supplier and amount
        goto: release
      - otherwise: Something is missing
        goto: incomplete
quality:
  not_applicable: The controller sees every invoice.
escalation:
  not_applicable: A late payment waits for the next day.
exceptions:
  - id: incomplete
    when: Something is missing on the invoice.
    do: Ask the supplier for a new one.
    approved_by: controller
    limit: once
    resume: enter
training:
  not_applicable: Both are shown on their first day.
references:
  not_applicable: It stands alone.
change_log:
  - version: "1.0"
    date: 2026-01-20
    author: jane.doe
    what: First version
    why: Invoices were paid twice
approval:
  signatures:
    - role: controller
      meaning: approval
  review:
    every: 1 year
`;

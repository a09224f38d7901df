// The one procedure of the example company that no template was the beginning of.
export const pettyCashText = `format: 1
id: SOP-FIN-020
title: Petty cash
function: finance
version: "1.0"
owner: controller

purpose:
  why: Pay small sums in cash without losing sight of the box.
regulations:
  not_applicable: Our own rule
definitions:
  not_applicable: Every word is plain

roles:
  - id: accounts-payable-clerk
    duty: Keeps the box
  - id: controller
    duty: Counts it
tools:
  not_applicable: A box and a book
inputs:
  not_applicable: Nothing but a receipt is needed

procedure:
  - id: pay
    do: Pay against a receipt and enter it in the book.
    by: accounts-payable-clerk
    trigger: Somebody brings a receipt
    done_when: Receipt and entry bear the same number.

decisions:
  - id: within-limit
    after: pay
    question: Was the sum within the limit?
    branches:
      - if: It was 100 EUR or less
        goto: end
      - otherwise: It was more
        goto: above-limit
quality:
  - id: count
    every: 1 month
    check: The box is counted against the book.
    by: controller
    accept: Money and receipts make up the fixed sum.
    evidence: Signed count in the book
escalation:
  not_applicable: The count finds what went wrong

exceptions:
  - id: above-limit
    when: Nobody can pay a sum above the limit in another way.
    do: Enter who asked for it and why.
    approved_by: controller
    limit: once
    resume: pay
training:
  - for:
      - accounts-payable-clerk
      - controller
    what: This page
    how: Read and understood
references:
  not_applicable: It stands alone

change_log:
  - version: "1.0"
    date: 2024-12-09
    author: lucia.romano
    what: First version
    why: The box was short twice

approval:
  signatures:
    - role: controller
      meaning: approval
  review:
    every: 1 year
`;

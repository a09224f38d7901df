/** Sections 4, 6 to 8, 10 and 11 of the example of the format. */
export const example = `
roles:
  - id: preparer
  - id: reviewer
inputs:
  - id: statement
    from: bank
  - id: variance
    type: number
outputs:
  - id: workbook
procedure:
  - id: collect
    do: Download the statement for the period and export the GL balance.
    by: preparer
    needs: [statement]
    trigger: First business day after period end
    timeout:
      - within: 2 business days
        do: Remind the bank
      - within: 3 business days
        goto: late-statement
  - id: match
    do: Match every line and write down the unexplained difference.
    by: preparer
    gives: [variance]
  - id: investigate
    do: Trace the difference to its transactions.
    by: preparer
    next: match
  - id: review
    do: Re-perform two reconciling items and sign.
    by: reviewer
    gives: [workbook]
    next: end reconciled
decisions:
  - id: tolerance
    after: match
    question: Is the unexplained difference within tolerance?
    input: variance
    branches:
      - below: -50
        goto: investigate
      - at_least: -50
        at_most: 50
        goto: review
      - above: 50
        goto: investigate
  - id: account-kind
    after: collect
    question: Which kind of account is it?
    branches:
      - if: It is an operating account
        goto: match
      - otherwise: Any other account
        goto: unknown-account
escalation:
  - id: portal-down
    at: [collect]
    when: The bank portal does not answer.
    do: Ask the relationship manager.
exceptions:
  - id: late-statement
    at: [collect]
    when: There is no statement by business day 3.
    do: Reconcile to the intraday report.
    resume: match
  - id: unknown-account
    when: The account is in no list.
    do: Ask treasury to classify it.
    resume: collect
`;

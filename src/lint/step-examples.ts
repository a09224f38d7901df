/** The two steps of the small SOP, as examples of rules about the procedure write them: entering an invoice … */
export const enterStep = `  - id: enter
    do: Enter the invoice and its amount.
    by: clerk
    needs:
      - invoice
    gives:
      - amount
    trigger: An invoice arrives
    done_when: The entry shows the amount.
`;

/** … and releasing its payment, which ends the procedure. */
export const releaseStep = `  - id: release
    do: Release the payment.
    by: controller
    gives:
      - payment
    done_when: The bank confirms the transfer.
    next: end
`;

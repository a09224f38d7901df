/** Branches as they stand in an example of a rule, under the one decision of the small SOP. */
export function decisionWith(branches: string, head = '    input: amount\n'): string {
	return `decisions:
  - id: within-limit
    after: enter
    question: Is the amount within the clerk's limit?
${head}    branches:
${branches}`;
}

export const goodBranches = `      - at_most: 10000
        goto: release
      - above: 10000
        goto: over-limit
`;

/** Section 11 for examples: what the rule at hand looks for is added, or left out. */
export function exampleException(...lines: readonly string[]): string {
	return `exceptions:
  - id: over-limit
    when: The amount is above the limit.
    do: Ask for a second signature.
${lines.map((line) => `    ${line}\n`).join('')}`;
}

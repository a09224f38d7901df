/** An example of a rule: an SOP with these lines under `automation`. */
export function automationExample(...lines: readonly string[]): string {
	return `automation:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

/** The same of an automation that is live, with these lines and what no rule misses. */
export function liveExample(...lines: readonly string[]): string {
	return automationExample(
		'stage: live',
		'owner: finance-systems',
		'pilot:',
		'  team: Treasury',
		'  from: 2026-02-01',
		'  until: 2026-02-28',
		'  result: All payments as by hand',
		...lines,
	);
}

/** What people write where FEEL wants something else. The first that matches is told. */
const habits: readonly (readonly [RegExp, string])[] = [
	[/^\s*$/, 'Write "-" where any value passes'],
	[/[≤≥≠⩽⩾]/, 'Write <=, >= or !='],
	[/[“”„‟«»‘’‚']/, 'Write text in straight double quotes: "open"'],
	[/[–—−]/, 'Write the minus sign of the keyboard: -5'],
	[/\d,\d{3}(?!\d)/, 'Write numbers without a thousands separator: 1500'],
	[
		/^[^[\](]*\d\s*\.\.\.?\s*-?\d/,
		'Write an interval in brackets: [1..5] with both ends, (1..5) without them',
	],
	[/\.\.\s*[\])]|[[(]\s*\.\./, 'Write a limit to one side as >= 5 or <= 5'],
	[/\d\s*[%€$£¥]|\d\s+?[A-Za-z]/, 'Write the number alone: the unit stands at the input'],
	[/;/, 'Separate values by commas'],
	[/^\s*between\b/, 'Write an interval: [5..7] with both ends, (5..7) without them'],
	[/^\s*!\s*[^=\s]/, 'Write not(5)'],
];

/** How to mend a test that does not parse. */
export function syntaxHelp(text: string): string {
	const habit = habits.find(([pattern]) => pattern.test(text));
	return (
		habit?.[1] ??
		'Write a FEEL unary test, such as > 5, [1..5], "open", "closed", not("open"), or - for any value'
	);
}

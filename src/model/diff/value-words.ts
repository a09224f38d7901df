/** A value in words: a text as it is, several with a word between them, anything else as JSON. */
export function valueWords(value: unknown, between = ', '): string {
	if (value === null || value === undefined) return 'nothing';
	if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value))
		return value.length === 0 ? 'an empty list' : value.map((one) => valueWords(one)).join(between);
	return JSON.stringify(value);
}

/** A value as JSON in which every character is told apart: for two values that look the same. */
export function exactWords(value: unknown): string {
	return (JSON.stringify(value) ?? 'nothing').replace(
		/[^\x20-\x7E]/g,
		(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}

/** Whether two texts can't be told apart by looking at them. */
export function looksSame(one: string, other: string): boolean {
	return visible(one) === visible(other);
}

function visible(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\p{Cf}/gu, '')
		.replace(/\s+/g, ' ')
		.trim();
}

/** Two numbers with as many decimals each, so that they can be compared at a glance: `0.01` and `1.00`. */
export function alikeNumbers(one: number, other: number): readonly [string, string] {
	const texts = [String(one), String(other)] as const;
	if (!texts.every((text) => /^-?\d+(?:\.\d+)?$/.test(text))) return texts;
	const decimals = Math.max(...texts.map(decimalsOf));
	const padded = (text: string): string => {
		const missing = decimals - decimalsOf(text);
		return missing === 0 ? text : `${text}${text.includes('.') ? '' : '.'}${'0'.repeat(missing)}`;
	};
	return [padded(texts[0]), padded(texts[1])];
}

function decimalsOf(text: string): number {
	return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
}

/**
 * Whether a number as written is exactly the shortest decimal text that gives the same double back (the form that
 * RFC 8785 §3.2.2.3 writes), signs and leading and trailing zeros aside: `1.50` is, 2^53 + 1 is not.
 */
export function isExactNumber(written: string, value: number): boolean {
	if (/^0[xo]/i.test(written)) return Number.isSafeInteger(value);
	return significant(written) === significant(String(value));
}

/** Significant digits and power of ten: `0.50` and `5e-1` are one. */
function significant(decimal: string): string {
	const [mantissa = '', exponent = '0'] = decimal.toLowerCase().replace(/^[-+]/, '').split('e');
	const [whole = '', fraction = ''] = mantissa.split('.');
	const digits = (whole + fraction).replace(/^0+/, '');
	const kept = withoutTrailingZeros(digits);
	if (kept === '') return '0';
	return `${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

/** `replace(/0+$/)` takes quadratic time on zeros that do not end the text. */
function withoutTrailingZeros(digits: string): string {
	let end = digits.length;
	while (digits[end - 1] === '0') end--;
	return digits.slice(0, end);
}

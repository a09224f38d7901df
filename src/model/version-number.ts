const form = /^[0-9]+(?:\.[0-9]+){0,3}$/;

/** A version as text: one that YAML read as a number (`version: 2.1`) says what the number says. */
export function versionText(version: string | number | null | undefined): string | undefined {
	return version === undefined || version === null ? undefined : String(version);
}

/** Whether a text is a version: one to four numbers with dots between them. */
export function isVersion(text: string): boolean {
	return form.test(text);
}

/**
 * Compares versions as dotted numbers: negative where `a` is lower, positive where it is higher, 0 where they are
 * one number. 1.10 follows 1.9, and 2.1 is 2.1.0. Undefined where one of them is no version.
 */
export function compareVersions(a: string, b: string): number | undefined {
	if (!isVersion(a) || !isVersion(b)) return undefined;
	const [left, right] = [a.split('.'), b.split('.')];
	for (let index = 0; index < Math.max(left.length, right.length); index++) {
		const order = compareDigits(left[index] ?? '0', right[index] ?? '0');
		if (order !== 0) return order;
	}
	return 0;
}

/** As whole numbers of any length: digits beyond 2^53 would be rounded by a conversion. */
function compareDigits(a: string, b: string): number {
	const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
	if (left.length !== right.length) return left.length - right.length;
	return left < right ? -1 : left > right ? 1 : 0;
}

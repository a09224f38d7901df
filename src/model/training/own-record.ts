/**
 * The words in which section 12 asks for no more than reading, in the languages that people write procedures in. A word
 * that is not here may mean a lesson or an examination, which nobody can vouch for himself.
 */
const readingWords = new Set(
	[
		'read reads reading self study selfstudy gelesen lesen selbststudium lu lire lecture leído leido leer lectura',
		'letto lettura lido leitura gelezen lezen',
	].flatMap((line) => line.split(' ')),
);
const otherWords = new Set(
	[
		'and understood understand understands acknowledge acknowledged acknowledges acknowledgement sign signed signs',
		'the this a of sop procedure document instruction policy text it und verstanden et compris y entendido comprendido e',
		'compreso capito compreendido entendido en begrepen',
	].flatMap((line) => line.split(' ')),
);

/**
 * Whether a record that somebody makes about himself is enough: where section 12 asks for reading ("Read and
 * understood"), or does not say how. Reading is vouched for by the reader; anything else by whoever taught or examined.
 */
export function isReading(how: string | undefined): boolean {
	if (how === undefined) return true;
	const before = known.get(how);
	if (before !== undefined) return before;
	if (known.size >= mostKnown) known.clear();
	const reading = saysReading(how);
	known.set(how, reading);
	return reading;
}

/** Documents say it in the same few words again and again. */
const mostKnown = 1000;
const known = new Map<string, boolean>();

function saysReading(how: string): boolean {
	const words =
		how
			.normalize('NFC')
			.toLowerCase()
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return (
		words.some((word) => readingWords.has(word)) &&
		words.every((word) => readingWords.has(word) || otherWords.has(word))
	);
}

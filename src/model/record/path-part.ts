import { createHash } from 'node:crypto';

/** Characters of a part after which it is cut; longer names some file systems refuse. */
const longest = 64;

/** Names that Windows keeps for devices, whatever follows their first dot. */
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|-|$)/;

/**
 * A text as part of a file name that no system reads as anything else, and that no other text gives: what is not
 * `a-z 0-9 . _ -` stands as the bytes of its UTF-8 form (`%2f`), a capital as a `+` before the letter, so that file systems
 * blind to case keep both apart. Of a long one the end becomes `%h` and a digest of all of it.
 */
export function pathPart(text: string): string {
	return cut(guarded(escaped(text, /[^a-z0-9._-]/gu)), text);
}

/** The same with its dashes escaped, so that it ends at the first dash of a name. */
export function pathPartWithoutDash(text: string): string {
	return cut(guarded(escaped(text, /[^a-z0-9._]/gu)), text);
}

/** The same with its capitals as they are: for folders named after ids that are written in capitals. */
export function folderPart(text: string): string {
	return cut(guarded(escaped(text, /[^A-Za-z0-9._-]/gu)), text);
}

function escaped(text: string, odd: RegExp): string {
	return text
		.toWellFormed()
		.replace(odd, (character) =>
			/^[A-Z]$/.test(character) ? `+${character.toLowerCase()}` : bytesOf(character),
		);
}

function bytesOf(text: string): string {
	return Buffer.from(text, 'utf8').toString('hex').replace(/../g, '%$&');
}

/** Neither hidden, nor a step upwards, nor a device, nor ending in what Windows drops; never empty. */
function guarded(part: string): string {
	if (part === '') return '%';
	const whole = part.replace(/\.$/, bytesOf);
	return /^\./.test(whole) || device.test(whole.toLowerCase())
		? bytesOf(whole.charAt(0)) + whole.slice(1)
		: whole;
}

function cut(part: string, text: string): string {
	if (part.length <= longest) return part;
	const digest = createHash('sha256').update(text.toWellFormed()).digest('hex').slice(0, 32);
	// Not in the middle of an escape.
	return `${part.slice(0, longest - digest.length - 2).replace(/(?:%.?|\+)$/, '')}%h${digest}`;
}

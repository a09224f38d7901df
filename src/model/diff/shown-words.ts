const longestShown = 160;
const shownWhole = 80;
const context = 24;

/** Words for the middle of a sentence: in quotes where they are prose, long, or could be taken for part of the sentence. */
export function shownWords(words: string, prose = false): string {
	const line = oneLine(words);
	return prose || isLong(line) || /["→]|: /.test(line) || line === '' ? quoted(cut(line)) : line;
}

/** Two words that differ, for a sentence: of long ones, the parts around the difference. */
export function shownPair(before: string, after: string, prose = false): readonly [string, string] {
	const [one, other] = [oneLine(before), oneLine(after)];
	if (!isLong(one) && !isLong(other)) return [shownWords(one, prose), shownWords(other, prose)];
	const [partOfOne, partOfOther] = differingParts([...one], [...other]);
	return [quoted(partOfOne), quoted(partOfOther)];
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function isLong(line: string): boolean {
	return line.length > shownWhole;
}

function quoted(text: string): string {
	return `"${text}"`;
}

function cut(line: string): string {
	const characters = [...line];
	return characters.length <= longestShown ? line : `${characters.slice(0, longestShown).join('')}…`;
}

function differingParts(one: readonly string[], other: readonly string[]): readonly [string, string] {
	const shorter = Math.min(one.length, other.length);
	let same = 0;
	while (same < shorter && one[same] === other[same]) same++;
	let sameEnd = 0;
	while (sameEnd < shorter - same && one.at(-1 - sameEnd) === other.at(-1 - sameEnd)) sameEnd++;
	const from = wordStart(one, same);
	const part = (characters: readonly string[]): string => {
		const to = wordEnd(characters, characters.length - sameEnd);
		const end = Math.min(to, from + longestShown);
		return `${from > 0 ? '…' : ''}${characters.slice(from, end).join('')}${end < characters.length ? '…' : ''}`;
	};
	return [part(one), part(other)];
}

/** The beginning of a word not far before the difference. What comes before the difference is the same in both texts. */
function wordStart(characters: readonly string[], difference: number): number {
	if (difference <= context) return 0;
	for (let at = difference - context; at < difference; at++) if (characters[at - 1] === ' ') return at;
	return difference;
}

function wordEnd(characters: readonly string[], difference: number): number {
	if (characters.length - difference <= context) return characters.length;
	for (let at = difference + context; at > difference; at--) if (characters[at] === ' ') return at;
	return difference;
}

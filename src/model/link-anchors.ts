import { sections } from './sections.ts';

/**
 * Whether an anchor (percent-decoded, without `#`) names a place in a file, by the file's ending: a heading or an
 * explicit id of Markdown, an id or name of HTML, an id or section of an SOP or checklist. Undefined where that can't
 * be told, e.g. of `#page=3` in a PDF or `#L10` on a forge.
 */
export function hasAnchor(file: string, text: string, anchor: string): boolean | undefined {
	if (anchor === '' || /^L\d+(?:-L\d+)?$/.test(anchor)) return undefined;
	const wanted = anchor.toLowerCase();
	if (/\.(?:sop|checklist)\.ya?ml$/i.test(file)) return namesInDocument(text).has(wanted);
	if (/\.(?:md|markdown)$/i.test(file)) return namesInMarkdown(text).has(wanted);
	if (/\.html?$/i.test(file)) return namesInMarkup(text).has(wanted);
	return undefined;
}

/** Ids of rows, and the sections by key or by name. */
function namesInDocument(text: string): ReadonlySet<string> {
	const names = new Set<string>();
	for (const match of text.matchAll(/(?:^|[\s{,-])["']?id["']?:[ \t]+["']?([^\s"',}#]{1,64})/gm))
		names.add((match[1] ?? '').toLowerCase());
	for (const match of text.matchAll(/^([a-z][a-z_]{0,30}):/gm)) {
		const key = match[1] ?? '';
		names.add(key);
		names.add(key.replaceAll('_', '-'));
		const section = sections.find((one) => one.key === key);
		if (section !== undefined) names.add(slug(section.name));
	}
	return names;
}

/** Headings as forges name them, a second one of the same words with `-1` behind; and ids written out. */
function namesInMarkdown(text: string): ReadonlySet<string> {
	const names = namesInMarkup(text);
	const counts = new Map<string, number>();
	for (const heading of headings(text)) {
		const name = slug(heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\{#[^{}]*\}\s*$/, ''));
		const before = counts.get(name) ?? 0;
		counts.set(name, before + 1);
		names.add(before === 0 ? name : `${name}-${before}`);
	}
	for (const match of text.matchAll(/\{#([^\s{}]{1,200})\}/g)) names.add((match[1] ?? '').toLowerCase());
	return names;
}

/** What a hostile line holds beyond is no heading anybody links. */
const longestHeading = 500;

function* headings(text: string): Generator<string> {
	let fence: string | undefined;
	let before = '';
	for (const whole of text.split(/\r?\n/)) {
		const line = whole.slice(0, longestHeading);
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (mark !== undefined) {
			if (fence === undefined) fence = mark;
			else if (mark.startsWith(fence)) fence = undefined;
		} else if (fence === undefined) {
			const marked = /^ {0,3}#{1,6}[ \t]+(.*)$/.exec(line)?.[1];
			if (marked !== undefined) yield marked.replace(/[ \t]+#+[ \t]*$/, '');
			else if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && before.trim() !== '') yield before.trim();
		}
		before = mark === undefined && fence === undefined ? line : '';
	}
}

function namesInMarkup(text: string): Set<string> {
	const found = text.matchAll(/\s(?:id|name)\s?=\s?["']?([^\s"'<>]{1,200})/gi);
	return new Set([...found].map((match) => (match[1] ?? '').toLowerCase()));
}

/** Lower case, spaces to dashes, all other signs dropped. */
function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

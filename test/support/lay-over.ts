import { readFileSync } from 'node:fs';

const small = (kind: string) =>
	readFileSync(new URL(`../fixtures/small.${kind}.yaml`, import.meta.url), 'utf8');

/**
 * The files an example of a rule stands for. `# file: PATH` lines begin whole files; what stands before them is laid over
 * the small SOP, or the small checklist where it has `items:` or `schedule:`, one top-level key taking the place of another;
 * `# without KEY` takes one out. The small SOP stands beside the small checklist, which executes it.
 */
export function filesOf(example: string): Record<string, string> {
	const [first = '', ...others] = example.split(/^# file: /m);
	const whole = others.map((part) => [
		part.slice(0, part.indexOf('\n')).trim(),
		part.slice(part.indexOf('\n') + 1),
	]);
	return { ...(first.trim() === '' ? {} : laidOver(first)), ...Object.fromEntries(whole) };
}

function laidOver(example: string): Record<string, string> {
	const checklist = /^(?:items|schedule|executes):/m.test(example) || example.startsWith('# checklist');
	if (!checklist) return { 'example.sop.yaml': layOver(small('sop'), example) };
	return {
		'example.checklist.yaml': layOver(small('checklist'), example),
		'executed.sop.yaml': small('sop'),
	};
}

/** Replaces the top-level blocks of a document by those of another text, in place; new ones go to the end. */
export function layOver(document: string, over: string): string {
	const blocks = blocksOf(document);
	for (const [key, block] of blocksOf(over)) blocks.set(key, block.endsWith('\n') ? block : `${block}\n`);
	for (const [, key] of over.matchAll(/^# without (\w+)$/gm)) blocks.delete(key ?? '');
	return [...blocks.values()].join('');
}

function blocksOf(text: string): Map<string, string> {
	const starts = [...text.matchAll(/^(?<key>[A-Za-z_][\w-]*):/gm)];
	const head = text.slice(0, starts[0]?.index ?? text.length);
	const blocks = new Map([['', head]]);
	for (const [index, start] of starts.entries()) {
		blocks.set(start.groups?.['key'] ?? '', text.slice(start.index, starts[index + 1]?.index ?? text.length));
	}
	return blocks;
}

import { posix } from 'node:path';
import type { Path } from '../diagnostics/path.ts';
import type { ApprovalRecord, Sop } from './documents.generated.ts';
import { markdownLinks, mayHoldLinks } from './markdown/links.ts';
import type { FileLink, ReadDocument } from './read-document.ts';
import { rows } from './several.ts';

/** Keys whose texts are no prose: a link in a template is one of the filled-in paper. */
const noProse = new Set(['id', 'file', 'url', 'sha256', 'test', 'template']);

/** All files that an SOP or checklist names, in the order of its text; of an approval on paper its scan. */
export function fileLinksOf(read: ReadDocument): readonly FileLink[] {
	// What fits the schema of a record is an object.
	if (read.kind === 'record-approval') return scanOf(read.checked as ApprovalRecord | null);
	if (read.kind !== 'sop' && read.kind !== 'checklist') return [];
	if (typeof read.checked !== 'object' || read.checked === null) return [];
	return [
		...(read.kind === 'sop' ? namedFiles(read.checked) : []),
		...(mayHoldLinks(read.text) ? linksInProse(read.checked, []) : []),
	];
}

/**
 * Where a link leads, from the document that holds it: relative to the library, with `/`; begins with `..` where it leaves
 * it. References and templates name files of the library; prose links them from where the document lies.
 */
export function pathOfLink(from: string, link: Pick<FileLink, 'file' | 'use'>, use = link.use): string {
	const file = link.file.replace(/^\.?\//, '');
	const relative = use === 'link' && !link.file.startsWith('/');
	return posix.join(relative ? posix.dirname(from) : '', file).replace(/\/$/, '');
}

function scanOf(record: ApprovalRecord | null): readonly FileLink[] {
	const file = record?.paper?.file;
	if (file === undefined) return [];
	const whole = { anchor: undefined, within: undefined, wantsHash: true };
	return [{ ...whole, target: file, file, use: 'reference', path: ['paper', 'file'] }];
}

function* namedFiles(sop: Sop): Generator<FileLink> {
	const named = { anchor: undefined, within: undefined, wantsHash: false };
	for (const key of ['inputs', 'outputs'] as const) {
		for (const [index, { template }] of rows<{ readonly template?: string }>(sop[key]).entries()) {
			if (template === undefined || !isFileName(template)) continue;
			yield { ...named, target: template, file: template, use: 'template', path: [key, index, 'template'] };
		}
	}
	for (const [index, { file, sha256 }] of rows(sop.references).entries()) {
		if (file === undefined) continue;
		const wantsHash = sha256 !== undefined;
		yield { ...named, target: file, file, use: 'reference', path: ['references', index, 'file'], wantsHash };
	}
}

/** A template is a text or a file: a path has a folder and an ending, and no spaces or braces. */
function isFileName(template: string): boolean {
	return /^(?:[^\s{}<>/]+\/)+[^\s{}<>/]+\.[A-Za-z0-9]{1,5}$/.test(template) && !hasScheme(template);
}

function* linksInProse(value: unknown, path: Path): Generator<FileLink> {
	if (typeof value === 'string') {
		for (const { written, target, at } of markdownLinks(value)) {
			if (target === '' || hasScheme(target) || target.startsWith('//')) continue;
			yield { target: written, ...split(target), use: 'link', path, within: at, wantsHash: false };
		}
	} else if (Array.isArray(value)) {
		for (const [index, child] of value.entries()) yield* linksInProse(child, [...path, index]);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, child] of Object.entries(value))
			if (!noProse.has(key) && !key.startsWith('x-')) yield* linksInProse(child, [...path, key]);
	}
}

/** `https:`, `mailto:`, but not `C:`, which is a drive, nor `file:`: both lie on somebody's computer. */
function hasScheme(target: string): boolean {
	return /^(?!file:)[a-z][a-z0-9+.-]+:/i.test(target);
}

function split(target: string): Pick<FileLink, 'file' | 'anchor'> {
	const hash = target.indexOf('#');
	const before = hash === -1 ? target : target.slice(0, hash);
	const file = decode(before.replace(/\?.*$/s, ''));
	return { file, anchor: hash === -1 ? undefined : decode(target.slice(hash + 1)) };
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

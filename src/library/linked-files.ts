import { createHash } from 'node:crypto';
import { basename, dirname, join, posix } from 'node:path';
import type { Files } from '../io/io.ts';
import { fileLinksOf, pathOfLink } from '../model/file-links.ts';
import { hasAnchor } from '../model/link-anchors.ts';
import { nearest } from '../model/nearest.ts';
import type { FileLink, LinkedFile, ReadDocument } from '../model/read-document.ts';
import { largestFile } from '../source/decode-text.ts';
import { isInside } from './find-files.ts';

/** Of a folder with more files than this, only the first are compared with a name. */
const mostNames = 2000;

type Finding = Pick<LinkedFile, 'found' | 'suggestion' | 'sha256' | 'anchorFound'>;

/** Looks up each file a document names or links, without ever leaving the library. */
export function linkedFilesOf(files: Files, root: string, document: ReadDocument): readonly LinkedFile[] {
	return lookUpLinks(files, root, document, fileLinksOf(document));
}

/** Looks up files that a document links. Of the document itself only links to places in it ask for the text. */
export function lookUpLinks(
	files: Files,
	root: string,
	document: { readonly file: string; readonly text: string },
	links: readonly FileLink[],
): readonly LinkedFile[] {
	return links.map((link) => ({ ...link, ...lookUp(files, root, document, link) }));
}

function lookUp(
	files: Files,
	root: string,
	document: { readonly file: string; readonly text: string },
	link: FileLink,
): Finding {
	if (link.file === '') return { found: 'file', ...anchorIn(document.file, document.text, link) };
	// A drive or a `file:` address names somebody's computer.
	if (/^[a-z]+:/i.test(link.file)) return { found: 'outside' };
	const inLibrary = pathOfLink(document.file, link);
	if (inLibrary.startsWith('..')) return { found: 'outside' };
	const real = link.file.includes('\\') ? null : files.realPath(join(root, inLibrary));
	if (real === null) return { found: 'missing', ...suggestionFor(files, root, document.file, link) };
	if (!isInside(files.realPath(root) ?? root, real)) return { found: 'outside' };
	const facts = files.facts(real);
	if (facts?.kind === 'directory') return { found: 'folder' };
	// A pipe or a device would keep a reader waiting for ever.
	if (facts?.kind !== 'file') return { found: 'unreadable' };
	const readsAnchor = link.anchor !== undefined && facts.size <= largestFile;
	if (!link.wantsHash && !readsAnchor) return { found: 'file' };
	const read = files.read(real);
	if (!read.ok) return { found: 'unreadable' };
	return {
		found: 'file',
		...(link.wantsHash ? { sha256: sha256OfFile(read.bytes) } : {}),
		...(readsAnchor ? anchorIn(inLibrary, new TextDecoder().decode(read.bytes), link) : {}),
	};
}

function anchorIn(file: string, text: string, link: FileLink): Pick<Finding, 'anchorFound'> {
	const found = link.anchor === undefined ? undefined : hasAnchor(file, text, link.anchor);
	return found === undefined ? {} : { anchorFound: found };
}

/** The SHA-256 of a file by its path in the library, lower-case hex; undefined where none lies there, inside of it. */
export function sha256InLibrary(files: Files, root: string, file: string): string | undefined {
	const real = file.includes('\\') ? null : files.realPath(join(root, file));
	if (real === null || !isInside(files.realPath(root) ?? root, real)) return undefined;
	// A pipe or a device would keep a reader waiting for ever.
	if (files.facts(real)?.kind !== 'file') return undefined;
	const read = files.read(real);
	return read.ok ? sha256OfFile(read.bytes) : undefined;
}

/**
 * The SHA-256 of a file, lower-case hex. One kept by Git LFS and not fetched lies there as a pointer, which states
 * that of the content
 * (git-lfs/docs/spec.md).
 */
export function sha256OfFile(bytes: Uint8Array): string {
	if (bytes.length < 1024) {
		const pointer =
			/^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:.*\n)*?oid sha256:([0-9a-f]{64})\n/;
		const stated = pointer.exec(new TextDecoder('latin1').decode(bytes))?.[1];
		if (stated !== undefined) return stated;
	}
	return createHash('sha256').update(bytes).digest('hex');
}

/**
 * For a path that leads nowhere: the same one read from the library instead of from the document, or the other way
 * round, or with `/` for `\`; else the file beside it whose name comes nearest.
 */
function suggestionFor(
	files: Files,
	root: string,
	from: string,
	link: FileLink,
): Pick<Finding, 'suggestion'> {
	const forward = { ...link, file: link.file.replaceAll('\\', '/') };
	const asWritten = (path: string) =>
		link.use === 'link' ? posix.relative(posix.dirname(from), path) : path;
	for (const use of [link.use, link.use === 'link' ? 'reference' : 'link'] as const) {
		const path = pathOfLink(from, forward, use);
		if (!path.startsWith('..') && files.facts(join(root, path))?.kind === 'file')
			return { suggestion: asWritten(path) };
	}
	const path = pathOfLink(from, forward);
	const folder = dirname(join(root, path));
	if (path.startsWith('..') || !isInside(files.realPath(root) ?? root, files.realPath(folder) ?? '/'))
		return {};
	const entries = files.list(folder);
	if (typeof entries === 'string') return {};
	const names = entries.flatMap((entry) => (entry.kind === 'file' ? [entry.name] : []));
	const near = nearest(basename(path), names.slice(0, mostNames));
	return near === undefined ? {} : { suggestion: asWritten(posix.join(posix.dirname(path), near)) };
}

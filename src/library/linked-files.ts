import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../io/io.ts';
import { type FileLink, fileLinksOf } from '../model/file-links.ts';
import type { LinkedFile, ReadDocument } from '../model/read-document.ts';
import { isInside } from './find-files.ts';

/** Looks up each file a document names or links, without ever leaving the library. */
export function linkedFilesOf(files: Files, root: string, document: ReadDocument): readonly LinkedFile[] {
	return fileLinksOf(document).map((link) => ({
		target: link.target,
		path: link.path,
		...lookUp(files, root, document.file, link),
	}));
}

function lookUp(
	files: Files,
	root: string,
	from: string,
	link: FileLink,
): Omit<LinkedFile, 'target' | 'path'> {
	const folder = link.relativeTo === 'library' ? root : join(root, from, '..');
	const path = join(folder, link.file);
	if (!isInside(root, path)) return { found: 'outside' };
	const real = files.realPath(path);
	if (real === null) return { found: 'missing' };
	if (!isInside(files.realPath(root) ?? root, real)) return { found: 'outside' };
	if (files.facts(real)?.kind === 'directory') return { found: 'folder' };
	if (!link.wantsHash && link.anchor === undefined) return { found: 'file' };
	const read = files.read(real);
	if (!read.ok) return { found: 'missing' };
	return {
		found: 'file',
		...(link.wantsHash ? { sha256: createHash('sha256').update(read.bytes).digest('hex') } : {}),
		...(link.anchor === undefined
			? {}
			: { anchorFound: hasHeading(new TextDecoder().decode(read.bytes), link.anchor) }),
	};
}

/** Whether a Markdown text has a heading of that anchor, as forges derive it: lower case, spaces to dashes, signs dropped. */
function hasHeading(markdown: string, anchor: string): boolean {
	const wanted = anchor.toLowerCase();
	return [...markdown.matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)].some((match) => slug(match[1] ?? '') === wanted);
}

function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, '')
		.trim()
		.replace(/\s/g, '-');
}

import type { Path } from '../diagnostics/path.ts';
import type { Sop } from './documents.generated.ts';
import type { ReadDocument } from './read-document.ts';
import { rows } from './several.ts';

/** A file that a document names in its references or links in its prose. */
export interface FileLink {
	/** As written. */
	readonly target: string;
	/** The target without its anchor, percent-decoded. */
	readonly file: string;
	readonly anchor: string | undefined;
	/** References name files of the library; prose links them from where the document lies. */
	readonly relativeTo: 'library' | 'document';
	readonly path: Path;
	/** Whether the document states a SHA-256 to compare with. */
	readonly wantsHash: boolean;
}

/** Inline Markdown links and images; the target without a title. */
const markdownLink = /!?\[[^\]\n]*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const withScheme = /^[a-z][a-z0-9+.-]*:/i;

/** All files a document names, in the order of the text. */
export function fileLinksOf(read: ReadDocument): readonly FileLink[] {
	if (read.kind !== 'sop' && read.kind !== 'checklist') return [];
	const links: FileLink[] = [];
	const checked = read.checked;
	if (typeof checked === 'object' && checked !== null && read.kind === 'sop') {
		for (const [index, reference] of rows((checked as Sop).references).entries()) {
			if (reference.file === undefined) continue;
			const path = ['references', index, 'file'];
			links.push({
				...split(reference.file),
				relativeTo: 'library',
				path,
				wantsHash: reference.sha256 !== undefined,
			});
		}
	}
	if (read.text.includes('](')) linksInProse(checked, [], links);
	return links;
}

function linksInProse(value: unknown, path: Path, links: FileLink[]): void {
	if (typeof value === 'string') {
		for (const match of value.matchAll(markdownLink)) {
			const target = match[1] ?? '';
			if (withScheme.test(target) || target.startsWith('#') || target.startsWith('//')) continue;
			links.push({ ...split(target), relativeTo: 'document', path, wantsHash: false });
		}
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, child] of Object.entries(value))
			linksInProse(child, [...path, Array.isArray(value) ? Number(key) : key], links);
	}
}

function split(target: string): Pick<FileLink, 'target' | 'file' | 'anchor'> {
	const [file = '', anchor] = target.split('#', 2);
	return { target, file: decode(file), anchor };
}

function decode(file: string): string {
	try {
		return decodeURIComponent(file);
	} catch {
		return file;
	}
}

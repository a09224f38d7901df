import type { Classification } from '../../model/classification.ts';
import type { Checklist, Sop } from '../../model/documents.generated.ts';
import type { FileKind } from '../../model/file-kind.ts';
import { sections } from '../../model/sections.ts';
import { Page } from './page.ts';
import { writeChecklist } from './write-checklist.ts';
import { writeHeader } from './write-header.ts';
import { writeSection } from './write-section.ts';

export interface DocumentTextOptions {
	readonly kind: FileKind;
	/** Columns of the terminal. */
	readonly width: number;
	readonly color: boolean;
	/** Digest of the content shown. */
	readonly digest: string;
	/** Its class, or that of the library where it states none. */
	readonly classification: Classification;
	/** Whether `document` is all of the file: parts that break the schema are not in it. */
	readonly complete: boolean;
}

/**
 * A document for reading in a terminal: header, then its sections in their order, each step with its decisions below
 * it. All of its text is made inert. What the schema refused is not shown, and the page says so at its top.
 */
export function documentText(document: Sop & Checklist, options: DocumentTextOptions): string {
	const page = new Page(options.width, options.color);
	writeHeader(page, document, options);
	if (!options.complete)
		page.warning('Not all of it is shown: parts of the file break the format. sop lint says which.');
	if (options.kind === 'checklist') writeChecklist(page, document);
	else for (const section of sections) writeSection(page, document, section);
	return page.text();
}

import { basename } from 'node:path';
import type { Files } from '../../../io/io.ts';
import { findFiles } from '../../../library/find-files.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { several } from '../../../model/several.ts';
import { blankTemplates, sortTemplates, type Template } from '../../../scaffold/template.ts';
import { packageFolder } from '../../package-folder.ts';

/**
 * All templates: the blank ones, those written for the activities of a back office, and the examples, which are real
 * procedures of others; each by the name of its file.
 */
export async function loadTemplates(files: Files): Promise<readonly Template[]> {
	const shipped = await Promise.all(
		['templates', 'examples'].map((folder) => templatesIn(files, packageFolder(files, folder))),
	);
	return sortTemplates([...blankTemplates, ...shipped.flat()]);
}

async function templatesIn(files: Files, folder: string): Promise<readonly Template[]> {
	const found = await findFiles(files, folder, []);
	return found.files.flatMap((file): readonly Template[] => {
		if (file.kind !== 'sop' && file.kind !== 'checklist') return [];
		const { checked, text } = readFoundFile(files, folder, file);
		// `checked` has passed the schema of its kind, or is nothing.
		const document = (checked ?? {}) as Sop & Checklist;
		return [
			{
				name: basename(file.file).replace(/\.(?:sop|checklist)\.yaml$/, ''),
				kind: file.kind,
				id: document.id,
				owner: document.owner,
				function: document.function,
				activities: several(document.covers),
				title: document.title ?? '',
				text,
			},
		];
	});
}

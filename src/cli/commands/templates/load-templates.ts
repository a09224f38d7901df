import { basename } from 'node:path';
import type { Files } from '../../../io/io.ts';
import { findFiles } from '../../../library/find-files.ts';
import { readFoundFile } from '../../../library/read-document.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { several } from '../../../model/several.ts';
import { blankTemplates, sortTemplates, type Template } from '../../../scaffold/template.ts';

/** All templates: the blank ones, and every example that the package ships, each by the name of its file. */
export async function loadTemplates(files: Files, examples: string): Promise<readonly Template[]> {
	const found = await findFiles(files, examples, []);
	const copied = found.files.flatMap((file): readonly Template[] => {
		if (file.kind !== 'sop' && file.kind !== 'checklist') return [];
		const { checked, text } = readFoundFile(files, examples, file);
		// `checked` has passed the schema of its kind, or is nothing.
		const document = (checked ?? {}) as Sop & Checklist;
		return [
			{
				name: basename(file.file).replace(/\.(?:sop|checklist)\.yaml$/, ''),
				kind: file.kind,
				function: document.function,
				activities: several(document.covers),
				title: document.title ?? '',
				text,
			},
		];
	});
	return sortTemplates([...blankTemplates, ...copied]);
}

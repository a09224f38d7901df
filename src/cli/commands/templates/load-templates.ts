import { basename, join } from 'node:path';
import type { Files } from '../../../io/io.ts';
import { findFiles } from '../../../library/find-files.ts';
import type { Checklist, Sop } from '../../../model/documents.generated.ts';
import { several } from '../../../model/several.ts';
import { blankTemplates, sortTemplates, type Template } from '../../../scaffold/template.ts';
import { topLevelBlocks } from '../../../scaffold/top-level-blocks.ts';
import { readYaml } from '../../../source/read-yaml.ts';
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
	return found.files.flatMap(({ file, kind }): readonly Template[] => {
		const read = files.read(join(folder, file));
		if ((kind !== 'sop' && kind !== 'checklist') || !read.ok) return [];
		const text = Buffer.from(read.bytes).toString('utf8');
		const header = headerOf(text);
		return [
			{
				name: basename(file).replace(/\.(?:sop|checklist)\.yaml$/, ''),
				kind,
				id: header.id,
				owner: header.owner,
				function: header.function,
				activities: several(header.covers),
				title: header.title ?? '',
				text,
			},
		];
	});
}

const headerKeys: ReadonlySet<string> = new Set(['id', 'title', 'function', 'owner', 'covers']);

/** A hundred texts are listed: only what the list says of them is parsed. */
function headerOf(text: string): Partial<Sop & Checklist> {
	const header = topLevelBlocks(text).filter(({ key }) => headerKeys.has(key));
	// What ships has passed the schema, by a test.
	return readYaml(header.map((block) => block.text).join('')).value as Partial<Sop & Checklist>;
}

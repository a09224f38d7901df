import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checklist, Sop } from '../../src/model/documents.generated.ts';
import { rows, several } from '../../src/model/several.ts';
import { readYaml } from '../../src/source/read-yaml.ts';

/** A step of a procedure or an item of a checklist. */
export interface DocumentStep {
	readonly file: string;
	readonly text: string;
	readonly doneWhen: readonly string[];
}

/** All steps and items of the documents below some folders of the project. */
export function stepsOfDocuments(folders: readonly string[]): readonly DocumentStep[] {
	const root = new URL('../../', import.meta.url).pathname;
	return folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => /\.(?:sop|checklist)\.yaml$/.test(file))
			.flatMap((file) => {
				const { value } = readYaml(readFileSync(join(root, folder, file), 'utf8'));
				const document = value as Sop & Checklist; // Documents of the project hold to their schemas.
				return [...rows(document.procedure), ...rows(document.items)].map((step) => ({
					file: join(folder, file),
					text: step.do ?? '',
					doneWhen: several(step.done_when),
				}));
			}),
	);
}

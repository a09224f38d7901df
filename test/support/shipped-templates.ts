import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Checklist, Sop } from '../../src/model/documents.generated.ts';
import { readYaml } from '../../src/source/read-yaml.ts';

/** A template as it ships. */
export interface ShippedTemplate {
	readonly name: string;
	readonly kind: 'sop' | 'checklist';
	readonly file: string;
	readonly text: string;
	readonly document: Sop & Checklist;
}

const folder = new URL('../../templates/', import.meta.url);

/** The register of activities that ships, as a value. */
export const shippedActivities = readYaml(readFileSync(new URL('registers/activities.yaml', folder), 'utf8'))
	.value as {
	readonly activities: readonly { readonly id: string; readonly owner: string; readonly every: string }[];
};

/** All templates but the blank ones, SOPs first, each kind by name. */
export const shippedTemplates: readonly ShippedTemplate[] = readdirSync(folder, {
	recursive: true,
	encoding: 'utf8',
})
	.filter((file) => /\.(?:sop|checklist)\.yaml$/.test(file))
	.map((file): ShippedTemplate => {
		const text = readFileSync(new URL(file, folder), 'utf8');
		return {
			name: basename(file).replace(/\.(?:sop|checklist)\.yaml$/, ''),
			kind: file.endsWith('.sop.yaml') ? 'sop' : 'checklist',
			file,
			text,
			// That they pass the schema is a test of its own.
			document: readYaml(text).value as Sop & Checklist,
		};
	})
	.sort((a, b) => b.kind.localeCompare(a.kind) || (a.name < b.name ? -1 : 1));

import type { PlannedFile } from './planned-file.ts';

/** Where the schemas of a library lie: beside its documents, so that editors work without a network. */
export const schemaFolder = '.sop/schemas';

/** Settings for VS Code's YAML extension: which schema is for which file. */
export const vscodeSettings: PlannedFile = {
	path: '.vscode/settings.json',
	text: `${JSON.stringify(
		{
			'yaml.schemas': {
				...schemaFor('sop', '**/*.sop.yaml'),
				...schemaFor('checklist', '**/*.checklist.yaml'),
				...schemaFor('config', 'sop.config.yaml'),
				...Object.assign(
					{},
					...['people', 'roles', 'tools', 'controls', 'activities', 'calendar'].map((kind) =>
						schemaFor(kind, `registers/${kind}.yaml`),
					),
				),
			},
			'files.associations': { '*.sop.yaml': 'yaml', '*.checklist.yaml': 'yaml' },
		},
		null,
		2,
	)}\n`,
};

function schemaFor(kind: string, files: string): Record<string, string> {
	return { [`./${schemaFolder}/${kind}.schema.json`]: files };
}

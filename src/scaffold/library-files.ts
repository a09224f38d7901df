import { configFileName } from '../model/file-kind.ts';
import { standardFunctions } from '../model/functions.ts';
import { type ConfigFacts, configFile } from './config-file.ts';
import { schemaFolder, vscodeSettings } from './editor-files.ts';
import { gitFiles } from './git-files.ts';
import type { PlannedFile } from './planned-file.ts';
import { activitiesFile, registerFiles } from './register-files.ts';

/** What a library is laid out from. */
export interface LibraryPlan {
	readonly config: ConfigFacts;
	/** Schemas of the package, by their file name. */
	readonly schemas: readonly PlannedFile[];
	/** The register of activities that ships. */
	readonly activities: string;
}

/** Every file of a new library, the config last: while it is missing, the library counts as not laid out. */
export function libraryFiles({ config, schemas, activities }: LibraryPlan): readonly PlannedFile[] {
	return [
		...registerFiles,
		activitiesFile(activities),
		...emptyFolders(),
		...schemas.map(({ path, text }) => ({ path: `${schemaFolder}/${path}`, text })),
		vscodeSettings,
		...gitFiles,
		{ path: configFileName, text: configFile(config) },
	];
}

/** git keeps no empty folders. */
function emptyFolders(): readonly PlannedFile[] {
	return ['sops', 'checklists'].flatMap((place) =>
		standardFunctions.map(({ id }) => ({ path: `${place}/${id}/.gitkeep`, text: '' })),
	);
}

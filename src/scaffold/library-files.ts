import { configFileName } from '../model/file-kind.ts';
import { standardFunctions } from '../model/functions.ts';
import { type ConfigFacts, configFile, withLibraryId } from './config-file.ts';
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
	/** All files of the example company, where it is asked for. */
	readonly example: readonly PlannedFile[];
}

/** Every file of a new library, the config last: while it is missing, the library counts as not laid out. */
export function libraryFiles({ config, schemas, activities, example }: LibraryPlan): readonly PlannedFile[] {
	const taken = new Set(example.map(({ path }) => path));
	const documents = example.filter(({ path }) => path !== configFileName);
	const ownConfig = example.find(({ path }) => path === configFileName);
	return [
		...registerFilesBeside(taken, activities),
		...(example.length > 0 ? [] : emptyFolders()),
		...documents,
		...schemas.map(({ path, text }) => ({ path: `${schemaFolder}/${path}`, text })),
		vscodeSettings,
		...gitFiles,
		{
			path: configFileName,
			text: ownConfig === undefined ? configFile(config) : withLibraryId(ownConfig.text, config.library),
		},
	];
}

/** An example that brings registers of its own is not mixed with the blank ones; one without any names its own roles. */
function registerFilesBeside(taken: ReadonlySet<string>, activities: string): readonly PlannedFile[] {
	const hasDocuments = taken.size > 0;
	if (!hasDocuments) return [...registerFiles, activitiesFile(activities)];
	return registerFiles.filter(({ path }) => !taken.has(path) && /calendar|tools|controls/.test(path));
}

/** git keeps no empty folders. */
function emptyFolders(): readonly PlannedFile[] {
	return ['sops', 'checklists'].flatMap((place) =>
		standardFunctions.map(({ id }) => ({ path: `${place}/${id}/.gitkeep`, text: '' })),
	);
}

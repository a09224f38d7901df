/** The registers of a library, by the name of their file. */
export const registerKinds = ['people', 'roles', 'tools', 'controls', 'activities', 'calendar'] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** A file below `records/`, by what it holds; a stray one holds no record. */
export const recordFileKinds = [
	'record-approval',
	'record-review',
	'record-withdrawal',
	'record-exception',
	'record-training',
	'record-feedback',
	'record-run',
	'record-stray',
] as const;
export type RecordFileKind = (typeof recordFileKinds)[number];

/** What a file of a library can be. */
export type FileKind = 'sop' | 'checklist' | RegisterKind | 'config' | RecordFileKind;

export const configFileName = 'sop.config.yaml';

/**
 * What a file is, by its path relative to the library: documents by their ending wherever they lie,
 * registers and the config by their place. Undefined for what is none of them.
 */
export function fileKindOf(file: string): FileKind | undefined {
	if (file.endsWith('.sop.yaml')) return 'sop';
	if (file.endsWith('.checklist.yaml')) return 'checklist';
	if (file === configFileName) return 'config';
	const register = /^registers\/([a-z]+)\.yaml$/.exec(file)?.[1];
	return registerKinds.find((kind) => kind === register);
}

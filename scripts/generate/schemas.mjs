import { readdir, readFile } from 'node:fs/promises';

const ENDING = '.schema.json';

/** All schemas of a folder in the order of their names: `kind` is the file name without its ending. */
export async function readSchemas(folder) {
	const files = (await readdir(folder)).filter((file) => file.endsWith(ENDING)).sort();
	return Promise.all(
		files.map(async (file) => {
			const schema = JSON.parse(await readFile(`${folder}/${file}`, 'utf8'));
			if (schema.$id !== file) throw new Error(`${file}: its $id is ${schema.$id}`);
			return { kind: file.slice(0, -ENDING.length), file, schema };
		}),
	);
}

/** What a `$ref` names: the definition, its name (null for a whole schema), and the schema it stands in. */
export function resolve(schemas, from, reference) {
	const [file, pointer] = reference.split('#');
	const home = file === '' ? from : schemas.find((candidate) => candidate.file === file);
	const name = pointer?.startsWith('/$defs/') ? pointer.slice('/$defs/'.length) : null;
	const schema = name === null ? home?.schema : home?.schema.$defs?.[name];
	if (schema === undefined) throw new Error(`${from.file}: nothing is called ${reference}`);
	return { home, name, schema };
}

/** `record-approval` -> `RecordApproval`. */
export const pascalCase = (name) => name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());

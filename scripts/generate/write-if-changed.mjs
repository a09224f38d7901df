import { readFile, rename, writeFile } from 'node:fs/promises';

/** Writes a file in one go, and leaves it alone where it already holds the text, so that nothing that watches it starts for nothing. */
export async function writeIfChanged(path, text) {
	const before = await readFile(path, 'utf8').catch((error) => {
		if (error.code === 'ENOENT') return null;
		throw error;
	});
	if (before === text) return;
	const draft = `${path}.${process.pid}.tmp`;
	await writeFile(draft, text);
	await rename(draft, path);
}

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every document that the project ships or was built on: the examples, and the real procedures with a defect. */
export function documentTexts(): readonly { readonly file: string; readonly text: string }[] {
	return ['examples', 'test/real'].flatMap((folder) =>
		readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.yaml'))
			.sort()
			.map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${root}${folder}/${file}`, 'utf8') })),
	);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One case of the official YAML test suite. */
export interface SuiteCase {
	readonly name: string;
	readonly text: string;
	/** Whether the text must be refused. */
	readonly isError: boolean;
	/** Its value as JSON; undefined where JSON has none for it. */
	readonly json: string | undefined;
}

const folder = fileURLToPath(new URL('../fixtures/yaml-test-suite/', import.meta.url));

/** Every case, by name. */
export function suiteCases(): readonly SuiteCase[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => /(?:^|[\\/])in\.yaml$/.test(file))
		.map((file) => file.replaceAll('\\', '/').replace(/\/in\.yaml$/, ''))
		.sort()
		.map((name) => {
			const json = `${folder}${name}/in.json`;
			return {
				name,
				text: readFileSync(`${folder}${name}/in.yaml`, 'utf8'),
				isError: existsSync(`${folder}${name}/error`),
				json: existsSync(json) ? readFileSync(json, 'utf8') : undefined,
			};
		});
}

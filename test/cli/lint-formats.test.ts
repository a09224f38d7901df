import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryFolder } from '../support/temporary-library.ts';

const broken = smallSop.replace('version: "1.0"', 'version: 1.0');
const fixture = (name: string): object =>
	JSON.parse(readFileSync(new URL(`../fixtures/conformance/${name}`, import.meta.url), 'utf8'));

/** A library in a folder of a repository, with one finding. */
function repository(): string {
	return temporaryFolder({
		'.git/HEAD': 'ref: refs/heads/main\n',
		'docs/lib/sop.config.yaml': 'library: 3f1b0c6a9d4e4f7a\n',
		'docs/lib/sops/a b.sop.yaml': broken,
	});
}

describe.each([
	['the top of the repository', '.', ['docs/lib'], 'docs/lib/sops/a b.sop.yaml'],
	['the library', 'docs/lib', [], 'sops/a b.sop.yaml'],
	['elsewhere', '.', ['--cwd', 'docs/lib'], 'docs/lib/sops/a b.sop.yaml'],
])('formats, from %s', (_, from, words, typed) => {
	it('name the file as each reader looks for it', () => {
		const top = repository();
		const print = (format: string) => {
			const outcome = runSop(join(top, from), 'lint', ...words, '--format', format);
			expect(outcome).toMatchObject({ code: 1, stderr: '' });
			return outcome.stdout;
		};
		expect(print('pretty')).toContain(typed);
		expect(print('line')).toBe(
			`${typed}:5:10: error: The version 1.0 is a number, not text [document/version-not-text]\n`,
		);
		const json = JSON.parse(print('json'));
		expect(json.findings).toMatchObject([{ file: 'sops/a b.sop.yaml', range: { start: { line: 5, column: 10 } } }]);

		const sarif = JSON.parse(print('sarif'));
		const ajv = new Ajv({ strict: false, allErrors: true });
		addFormats.default(ajv);
		const validate = ajv.compile(fixture('sarif-2.1.0.json'));
		validate(sarif);
		expect(validate.errors).toBeNull();
		expect(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('docs/lib/sops/a%20b.sop.yaml');

		expect(print('github')).toContain('file=docs/lib/sops/a b.sop.yaml,line=5');
		expect(JSON.parse(print('gitlab'))).toMatchObject([{ location: { path: 'docs/lib/sops/a b.sop.yaml', lines: { begin: 5 } } }]);
		expect(print('junit')).toContain('a b.sop.yaml');
		expect(print('markdown')).toContain('a b.sop.yaml');
	});
});

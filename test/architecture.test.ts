import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

// What docs/architecture.md says of the folders of src/, held against every import in them.
const root = new URL('..', import.meta.url).pathname;

/** What each folder may import, besides itself. The order is that of the road from text to report. */
const mayImport: Record<string, readonly string[]> = {
	io: [],
	diagnostics: [],
	source: ['diagnostics'],
	model: ['diagnostics'],
	schema: ['diagnostics', 'source', 'model'],
	git: ['diagnostics', 'model'],
	library: ['diagnostics', 'io', 'source', 'schema', 'model', 'git'],
	lint: ['diagnostics', 'source', 'model', 'control'],
	scaffold: ['diagnostics', 'source', 'model'],
	control: ['diagnostics', 'model'],
	audit: ['diagnostics', 'model', 'control'],
	render: ['diagnostics', 'model', 'control', 'audit'],
	report: ['diagnostics', 'model', 'control'],
	packet: ['diagnostics', 'model', 'control', 'audit', 'render', 'report'],
	cli: [
		'diagnostics',
		'io',
		'source',
		'schema',
		'model',
		'git',
		'library',
		'lint',
		'control',
		'scaffold',
		'audit',
		'render',
		'report',
		'packet',
	],
};

/** Packages and built-in modules that reach outside, each with its only home. Others may be used by any folder. */
const homes: Record<string, readonly string[]> = {
	'node:fs': ['io', 'cli/load-program.ts'],
	'node:vm': ['cli/load-program.ts'],
	'node:fs/promises': ['io'],
	'node:process': ['io', 'cli/launch.ts'],
	'node:worker_threads': ['io', 'cli/lint-worker.ts'],
	'node:child_process': ['git', 'io'],
	'node:zlib': ['io'],
	'node:net': [],
	'node:http': [],
	'node:https': [],
	'node:dgram': [],
	yaml: ['source'],
	'js-yaml': ['source'],
	ajv: [],
	fflate: ['io'],
	yauzl: ['io'],
	globby: ['library'],
	picomatch: ['library'],
	commander: ['cli'],
	'@clack/prompts': ['cli'],
	'simple-git': ['git'],
	chalk: ['report'],
	'cli-table3': ['report'],
	'get-east-asian-width': ['report'],
	'ical-generator': ['report'],
	'lezer-feel': ['model'],
	'@lezer/common': ['model'],
	'rrule-temporal': ['model'],
	'temporal-polyfill': ['model'],
	canonicalize: ['model'],
	'csv-parse/sync': ['packet', 'cli/audit/given/read-requests.ts'],
	'fastest-levenshtein': ['model'],
	preact: ['render'],
	'preact-render-to-string': ['render'],
	'markdown-it': ['render'],
};

interface Import {
	readonly from: string;
	readonly to: string;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
	/\.tsx?$/.test(file),
);
const imports: Import[] = files.flatMap((from) => {
	const text = readFileSync(join(root, 'src', from), 'utf8');
	const found = text.matchAll(
		/^(?:import|export)\b[^'"`;]*?\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm,
	);
	return [...found].map((match) => {
		const to = match[1] ?? match[2] ?? match[3] ?? '';
		return { from, to: to.startsWith('.') ? relative('/', join('/', dirname(from), to)) : to };
	});
});
const isPackage = (to: string) => !/\.(?:tsx?|js)$/.test(to) || to.startsWith('node:');
const folderOf = (file: string) => file.split('/')[0] ?? '';

describe('imports', () => {
	it('were found', () => {
		expect(imports.length).toBeGreaterThan(100);
	});

	it('point down the road and never back', () => {
		const wrong = imports.filter(({ from, to }) => {
			if (isPackage(to)) return false;
			const allowed = mayImport[folderOf(from)];
			return folderOf(from) !== folderOf(to) && !allowed?.includes(folderOf(to));
		});
		expect(wrong).toEqual([]);
	});

	it('bring outside packages in at one place only', () => {
		const wrong = imports.filter(({ from, to }) => {
			const home = isPackage(to) ? homes[to] : undefined;
			return home !== undefined && !home.some((place) => from === place || folderOf(from) === place);
		});
		expect(wrong).toEqual([]);
	});

	it('name only packages whose home is written down, or parts of Node without a world outside', () => {
		const pure = new Set([
			'node:path',
			'node:crypto',
			'node:url',
			'node:module',
			'node:os',
			'node:util',
			'node:worker_threads',
			'node:stream',
		]);
		const unknown = imports.filter(({ to }) => isPackage(to) && homes[to] === undefined && !pure.has(to));
		expect(unknown).toEqual([]);
	});

	it('have no cycles, types included', () => {
		const graph = new Map<string, string[]>(files.map((file) => [file, []]));
		for (const { from, to } of imports) if (!isPackage(to)) graph.get(from)?.push(to);
		expect(cycleIn(graph)).toEqual([]);
	});
});

describe('the pure middle', () => {
	it.each([
		'diagnostics',
		'source',
		'schema',
		'model',
		'lint',
		'scaffold',
		'audit',
		'render',
		'report',
		'packet',
	])('%s has no clock, no console and no process', (folder) => {
		const uses = files
			.filter((file) => folderOf(file) === folder && !file.includes('.generated.'))
			.flatMap((file) => {
				const code = readFileSync(join(root, 'src', file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
				return /\bDate\.now\(|\bnew Date\(\)|\bconsole\.|\bprocess\.|\bMath\.random\(/.test(code)
					? [file]
					: [];
			});
		expect(uses).toEqual([]);
	});
});

describe('every rule', () => {
	it('stands in the file of its name', () => {
		const wrong = files
			.filter((file) => /^lint\/rules\/[^/]+\/[^/]+\.ts$/.test(file))
			.filter((file) => {
				const name = file.slice('lint/rules/'.length, -'.ts'.length);
				return !readFileSync(join(root, 'src', file), 'utf8').includes(`name: '${name}'`);
			});
		expect(wrong).toEqual([]);
	});
});

/** One cycle, as the files along it; empty where there is none. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] {
	const done = new Set<string>();
	const visit = (file: string, path: readonly string[]): readonly string[] => {
		if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
		if (done.has(file)) return [];
		for (const next of graph.get(file) ?? []) {
			const cycle = visit(next, [...path, file]);
			if (cycle.length > 0) return cycle;
		}
		done.add(file);
		return [];
	};
	for (const file of graph.keys()) {
		const cycle = visit(file, []);
		if (cycle.length > 0) return cycle;
	}
	return [];
}

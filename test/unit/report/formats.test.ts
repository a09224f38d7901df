import { build, type Metafile } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { isReportFormat, loadReporter, reportFormats } from '../../../src/report/formats.ts';
import { hostileReport, sampleFinding, sampleOptions, sampleReport } from './sample-report.ts';

describe('formats', () => {
	test('are those of the documentation, in its order', () => {
		expect(reportFormats).toEqual([
			'pretty',
			'line',
			'json',
			'sarif',
			'junit',
			'github',
			'gitlab',
			'markdown',
		]);
		expect(isReportFormat('sarif')).toBe(true);
		expect(isReportFormat('toString')).toBe(false);
	});

	test.each(reportFormats)('%s gives the same text twice, ending with a line break', async (format) => {
		const reporter = await loadReporter(format);
		for (const report of [sampleReport([sampleFinding()]), hostileReport()]) {
			const text = await reporter(report, sampleOptions());
			expect(text).toMatch(/\n$/);
			expect(await reporter(report, sampleOptions())).toBe(text);
		}
	});

	test('load one at a time, and the table only where it is printed', async () => {
		const { metafile } = await build({
			entryPoints: ['src/report/formats.ts'],
			bundle: true,
			splitting: true,
			format: 'esm',
			platform: 'node',
			outdir: 'out',
			write: false,
			metafile: true,
		});
		expect(loadedWith(metafile, 'src/report/formats.ts')).toEqual(['src/report/formats.ts']);
		const withPretty = loadedWith(metafile, 'src/report/pretty.ts');
		expect(withPretty).toContain('src/report/table.ts');
		expect(withPretty.filter((input) => input.includes('cli-table3'))).toEqual([]);
		expect(
			loadedWith(metafile, 'src/report/json.ts').filter((input) => input.includes('node_modules')),
		).toEqual([]);
	});
});

/** The sources that loading one of them brings with it, without what it loads later. */
function loadedWith({ outputs }: Metafile, source: string): readonly string[] {
	const start = Object.entries(outputs).find(([, output]) => output.entryPoint === source)?.[0];
	const chunks = new Set<string>();
	const visit = (path: string): void => {
		if (chunks.has(path)) return;
		chunks.add(path);
		for (const { path: next, kind } of outputs[path]?.imports ?? [])
			if (kind === 'import-statement') visit(next);
	};
	if (start !== undefined) visit(start);
	return [...chunks].flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {}));
}

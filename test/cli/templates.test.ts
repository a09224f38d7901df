import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { runMain, tempFolder } from '../support/run-main.ts';

describe('sop templates', () => {
	it('gives JSON of a stable shape', async () => {
		const { code, stdout } = await runMain(['templates', '--format', 'json'], tempFolder());
		const { format, templates } = JSON.parse(stdout) as { format: number; templates: Record<string, unknown>[] };
		expect({ code, format }).toEqual({ code: 0, format: 1 });
		expect(templates.length).toBeGreaterThan(10);
		for (const template of templates)
			expect(Object.keys(template)).toEqual(['name', 'kind', 'function', 'activity', 'title']);
		expect(templates).toContainEqual({
			name: 'monthly-patch-ticket',
			kind: 'checklist',
			function: 'it',
			activity: 'it.patching',
			title: 'Monthly patch ticket',
		});
		expect(templates[0]).toMatchObject({ name: 'blank', kind: 'sop', function: null, activity: null });
	});

	it('lists every template that sop new takes', async () => {
		const at = tempFolder({ 'sop.config.yaml': 'library: 7f3c9d0e5b1a4c2d8e6f0a9b3c5d7e1f\n' });
		const { stdout } = await runMain(['templates', '--format', 'csv'], at);
		const rows = parse(stdout, { columns: true }) as { name: string }[];
		expect(rows.length).toBeGreaterThan(10);
		for (const { name } of rows) {
			const ended = await runMain(['new', name, '--title', 'A', '--function', 'it', '--stdout'], at);
			expect(ended).toMatchObject({ code: 0 });
			expect(ended.stdout).toMatch(/^id: (?:SOP|CHK)-IT-001/m);
		}
	});

	it('narrows the list by function and kind', async () => {
		const at = tempFolder();
		const { stdout } = await runMain(['templates', '--function', 'IT', '--kind', 'checklist'], at);
		// The head, a checklist for each of six activities, and one example; no name is broken.
		const names = stdout.trimEnd().split('\n').map((line) => line.split(/ {2,}/)[0]);
		expect(names.filter((name) => name?.endsWith('-checklist'))).toHaveLength(6);
		expect(stdout).toContain('monthly-patch-ticket');
		expect((await runMain(['templates', '--function', 'itt'], at)).stderr).toContain('Did you mean it?');
	});
});

import { describe, expect, test } from 'vitest';
import type { LintReport } from '../../../src/diagnostics/lint-report.ts';
import { github } from '../../../src/report/github.ts';
import { hostileReport, sampleFinding, sampleOptions, sampleReport, shallowClone } from './sample-report.ts';

interface Command {
	readonly name: string;
	readonly properties: Readonly<Record<string, string>>;
	readonly data: string;
}

/** Reads a line by the rules of the runner of GitHub Actions (ActionCommand.cs); null for what is no command. */
function readCommand(line: string): Command | null {
	const text = line.trimStart();
	const end = text.indexOf('::', 2);
	if (!text.startsWith('::') || end < 0) return null;
	const info = text.slice(2, end);
	const space = info.indexOf(' ');
	const properties: Record<string, string> = {};
	for (const pair of space < 0 ? [] : info.slice(space + 1).split(',')) {
		const equals = pair.indexOf('=');
		properties[pair.slice(0, equals)] = unescaped(pair.slice(equals + 1), [
			'%0D',
			'%0A',
			'%3A',
			'%2C',
			'%25',
		]);
	}
	return {
		name: space < 0 ? info : info.slice(0, space),
		properties,
		data: unescaped(text.slice(end + 2), ['%0D', '%0A', '%25']),
	};
}

function unescaped(text: string, escapes: readonly string[]): string {
	return escapes.reduce((read, code) => read.replaceAll(code, decodeURIComponent(code)), text);
}

const commands = (report: LintReport): (Command | null)[] =>
	github(report, sampleOptions()).trimEnd().split('\n').map(readCommand);

describe('github', () => {
	test('annotates a finding', () => {
		expect(github(sampleReport([sampleFinding()], { documents: 12 }), sampleOptions())).toBe(
			'::error file=examples/sops/finance/bank-reconciliation.sop.yaml,line=88,endLine=88,col=16,endColumn=17,title=decisions/gap' +
				'::No branch covers variance = 60. Start this branch at 50, or add one for 50 to 70.\n' +
				'12 documents: 1 error\n',
		);
	});

	test('gives no columns for a range over several lines, and a place of its own for an empty one', () => {
		const over = { start: { line: 3, column: 5 }, end: { line: 4, column: 2 } };
		const empty = { start: { line: 3, column: 5 }, end: { line: 3, column: 5 } };
		const [first, second] = commands(
			sampleReport([sampleFinding({ range: over }), sampleFinding({ range: empty })]),
		);
		expect(first?.properties).toMatchObject({ line: '3', endLine: '4' });
		expect(first?.properties).not.toHaveProperty('col');
		expect(second?.properties).toMatchObject({ line: '3', endLine: '3', col: '5', endColumn: '5' });
	});

	test('gives a notice for a check that was not evaluated', () => {
		expect(commands(sampleReport([], { notEvaluated: [shallowClone] }))[0]).toEqual({
			name: 'notice',
			properties: { title: 'change-log/undocumented-change not evaluated' },
			data: 'shallow clone (12 documents)',
		});
	});

	test('gives one notice for all checks that one cause has kept from being made', () => {
		const other = { ...shallowClone, rule: 'document/vanished' };
		expect(commands(sampleReport([], { notEvaluated: [shallowClone, other] }))[0]).toEqual({
			name: 'notice',
			properties: { title: '2 checks not evaluated' },
			data: 'shallow clone (12 documents): change-log/undocumented-change, document/vanished',
		});
	});

	test('escapes what the runner would take for its own', () => {
		const finding = sampleFinding({ file: 'a,b:c%2C%\nd.sop.yaml', message: '100% :: %0A, "x"', help: '' });
		const [command] = commands(sampleReport([finding]));
		expect(command?.properties['file']).toBe('examples/a,b:c%2C%\nd.sop.yaml');
		expect(command?.data).toBe('100% :: %0A, "x"');
	});

	test('gives exactly one command a finding, whatever a document says', () => {
		const read = commands(hostileReport());
		expect(read.map((command) => command?.name)).toEqual(['error', 'warning', 'notice', undefined]);
		expect(read[0]?.properties['file']).toBe(`examples/${hostileReport().findings[0]?.file}`);
		expect(read[0]?.properties['title']).toBe('decisions/gap');
		for (const command of read) expect(command?.data ?? '').not.toMatch(/[\p{Cc}\p{Bidi_Control}]|##\w*\[/u);
	});
});

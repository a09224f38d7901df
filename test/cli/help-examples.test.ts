import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/commands.ts';
import { controlledLibrary } from '../support/controlled-library.ts';
import { makeKey } from '../support/signing.ts';
import { smallPacket, writeFolder, writeZip } from '../support/small-packet.ts';
import { cleanEnvironment, runSop, sopBin } from '../support/run-sop.ts';
import { commitAll, exampleLibrary, temporaryFolder } from '../support/temporary-library.ts';

/** All commands, those below others by both their names. */
const every = commands.flatMap((command) => [
	command,
	...(command.subcommands ?? []).map((below) => ({ ...below, name: `${command.name} ${below.name}` })),
]);
const examples = every.flatMap(({ name, examples: calls }) =>
	calls.map(({ call, does }) => ({ command: name, call, does })),
);

/** What has to be done before an example can be. */
const suggest = 'sop feedback SOP-FIN-001 "It asks twice" --commit';
const before: Readonly<Record<string, string>> = {
	'sop baseline --prune': 'sop baseline',
	'sop feedback answer SOP-FIN-001 --reason "The second total is the check"': suggest,
	'sop feedback answer SOP-FIN-001 --verdict accepted --reason "In the next version" --commit': suggest,
};

/** Commands that write records: they need people, and somebody who calls. */
const controlled = new Set(['approve', 'review', 'withdraw', 'retire', 'except', 'feedback', 'feedback answer']);

/** Commands that read a packet: one stands there as a folder and as a ZIP, with the keys that are trusted. */
const ofPackets = new Set(['verify', 'sample']);

/** What goes on until Ctrl-C: pressed after this many milliseconds. */
const endless: Readonly<Record<string, number>> = { 'sop lint --watch': 5000 };

/** Who is trained can be told only of people. */
function commitPeople(folder: string): void {
	mkdirSync(join(folder, 'registers'));
	const people = 'people:\n  - id: jane.doe\n    roles:\n      - role: requester\n  - id: john.roe\n';
	writeFileSync(join(folder, 'registers/people.yaml'), people);
	commitAll(folder);
}

async function layPacket(folder: string): Promise<void> {
	const { file, line } = makeKey(temporaryFolder());
	const packet = smallPacket({ key: file });
	await writeFolder(join(folder, 'packet'), packet);
	await writeZip(join(folder, 'packet.zip'), packet);
	writeFileSync(join(folder, 'signers'), `auditee@acme.example ${line}\n`);
}

/** A shell that finds the built `sop`, as a user would type the call into it. */
function runCall(call: string, folder: string) {
	const bin = temporaryFolder();
	mkdirSync(join(bin, 'bin'));
	writeFileSync(join(bin, 'bin/sop'), `#!/bin/sh\nexec '${process.execPath}' '${sopBin}' "$@"\n`, {
		mode: 0o755,
	});
	const environment = cleanEnvironment();
	const timeout = endless[call];
	return spawnSync('sh', ['-c', `exec ${call}`], {
		cwd: folder,
		encoding: 'utf8',
		input: '',
		env: { ...environment, PATH: `${join(bin, 'bin')}:${environment['PATH'] ?? ''}` },
		...(timeout === undefined ? {} : { timeout, killSignal: 'SIGINT' }),
	});
}

describe('the examples in help', () => {
	test.each(examples)('$call', async ({ command, call }) => {
		const needsPeople = controlled.has(command) || / --sign\b/.test(call);
		const folder = needsPeople
			? controlledLibrary()
			: call.includes(' --example')
				? temporaryFolder()
				: exampleLibrary();
		if (command.startsWith('train')) commitPeople(folder);
		if (ofPackets.has(command)) await layPacket(folder);
		const first = before[call];
		if (first !== undefined) expect(runCall(first, folder).status).toBe(0);
		const { status, stderr } = runCall(call, folder);
		expect(stderr).not.toMatch(/^sop: /m);
		expect([0, 1]).toContain(status);
	});

	test('stand with every command, and call it', () => {
		for (const { name, examples: calls } of every) {
			expect(calls.length, name).toBeGreaterThan(0);
			for (const { call } of calls) expect(call).toMatch(name === '' ? /^sop\b/ : new RegExp(`^sop ${name}\\b`));
		}
	});
});

describe('help', () => {
	const folder = process.cwd();
	test.each(every.filter(({ name }) => name !== '').map(({ name }) => name))(
		'of %s is the same by all three ways, fits 100 columns, and has examples',
		(name) => {
			const { code, stdout } = runSop(folder, ...name.split(' '), '--help');
			expect(code).toBe(0);
			expect(stdout).toContain(`Usage: sop ${name}`);
			expect(stdout).toContain('Flags of every command:');
			expect(stdout).toContain('\nExamples:\n');
			expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
			if (!name.includes(' ')) expect(runSop(folder, 'help', name).stdout).toBe(stdout);
		},
	);

	test('lists every command', () => {
		const { code, stdout } = runSop(folder, '--help');
		expect(code).toBe(0);
		for (const { name, summary } of commands)
			if (name !== '') expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b.* {2}${summary.slice(0, 30)}`, 'm'));
	});

	test.each([['lnt'], ['help', 'lnt'], ['lnt', '--format', 'json']])('suggests the nearest for sop %s', (...words) => {
		const { code, stdout, stderr } = runSop(folder, ...words);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain('There is no command "lnt"\nDid you mean sop lint?');
	});
});

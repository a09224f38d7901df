import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { personFor } from '../../src/cli/records/person-for.ts';
import { recordEnvelope } from '../../src/cli/records/record-envelope.ts';
import { signRecord } from '../../src/cli/records/sign-record.ts';
import { signingKeyFor } from '../../src/cli/records/signing-key.ts';
import { signBySshKeygen } from '../../src/io/ssh-keygen.ts';
import { readRecord } from '../../src/library/records/read-record.ts';
import { recordSigner } from '../../src/model/signature/record-signer.ts';
import { git, introduce } from '../support/git.ts';
import { hasPython, programOnTerminal } from '../support/on-terminal.ts';
import { approval, libraryId, recordCall } from '../support/record-context.ts';
import { cleanEnvironment, tempFolder } from '../support/run-main.ts';
import { bundled } from '../support/run-program.ts';
import { type MadeKey, makeKey } from '../support/signing.ts';

type Place = ReturnType<typeof tempFolder>;

/** A library of people, whom git knows as Jane. */
function library(people: string, config = `format: 1\nlibrary: ${libraryId}\n`): Place {
	const at = tempFolder({
		'sop.config.yaml': config,
		...(people === '' ? {} : { 'registers/people.yaml': `format: 1\npeople:\n${people}` }),
	});
	introduce(at);
	git(at, 'init', '-q', '-b', 'main');
	return at;
}

const jane = '  - id: jane.doe\n    addresses:\n      - address: Jane@acme.example\n';
const john = '  - id: john.roe\n    addresses:\n      - address: john@acme.example\n';
const withKeys = (person: string, ...entries: readonly string[]) =>
	`${person}    keys:\n${entries.map((entry) => `      - { ${entry} }\n`).join('')}`;

describe('who acts', () => {
	const who = async (at: Place, flags = {}) => {
		const { context, library: open } = recordCall(at, flags);
		return (await personFor(context, open)).id;
	};

	it('is whom git knows, by an address that is theirs today, whatever its case', async () => {
		expect(await who(library(jane + john))).toBe('jane.doe');
		expect(await who(library(`${jane}        from: 2026-11-22\n        until: 2026-11-22\n`))).toBe(
			'jane.doe',
		);
	});

	it('is whom --person names, whatever its case', async () => {
		expect(await who(library(jane + john), { person: 'john.roe' })).toBe('john.roe');
		expect(await who(library(jane + john), { person: 'John.Roe' })).toBe('john.roe');
		expect(await who(library(`${john}  - id: John.Roe\n`), { person: 'John.Roe' })).toBe('John.Roe');
	});

	it.each([
		[
			'an address that had ended',
			`${jane}        until: 2026-11-21\n`,
			{},
			"is nobody's in the people register today",
		],
		[
			'an address that is to come',
			`${jane}        from: 2026-11-23\n`,
			{},
			"is nobody's in the people register today",
		],
		['an address of nobody', john, {}, "is nobody's in the people register today"],
		['an address of two', jane + jane.replace('jane.doe', 'j.roe'), {}, 'is that of jane.doe and j.roe'],
		[
			'somebody who has left',
			`${jane}    until: 2026-11-21\n`,
			{},
			'jane.doe has left: the last day was 2026-11-21',
		],
		['a name that nobody has', jane, { person: 'jane.do' }, 'There is no person jane.do'],
		[
			'a name that two have but for its case',
			`${john}  - id: John.Roe\n`,
			{ person: 'JOHN.ROE' },
			'Several people are called JOHN.ROE',
		],
		['no people register', '', { person: 'jane.doe' }, 'Nobody can be named in a record: no people register'],
	])('is refused for %s', async (_name, people, flags, message) => {
		await expect(who(library(people), flags)).rejects.toThrow(message);
	});

	it('is refused where git knows nobody, and --person helps', async () => {
		const at = library(jane);
		rmSync(join(at.home, '.gitconfig'));
		await expect(who(at)).rejects.toThrow('git does not know who you are');
		expect(await who(at, { person: 'jane.doe' })).toBe('jane.doe');
	});

	it('is told what to do', async () => {
		await expect(who(library(jane), { person: 'jane.do' })).rejects.toMatchObject({
			help: 'Did you mean jane.doe?',
			exitCode: 2,
		});
	});
});

describe('what every record says', () => {
	it('is the library and the time', () => {
		const { context, library: open } = recordCall(library(jane));
		expect(recordEnvelope(context, open)).toEqual({
			format: 1,
			library: libraryId,
			at: '2026-11-22T12:00:00Z',
		});
	});

	it('is refused in a library without an id, with the line to add', () => {
		const { context, library: open } = recordCall(library(jane, 'format: 1\n'));
		let help = '';
		try {
			recordEnvelope(context, open);
		} catch (error) {
			help = (error as { help: string }).help;
		}
		expect(help).toMatch(/sop\.config\.yaml, commit it, and never change it: library: "[0-9a-f]{32}"$/);
	});
});

/** A key in `~/.ssh`. */
function keyAtHome(at: Place, name = 'id_ed25519', passphrase = ''): MadeKey {
	const folder = join(at.home, '.ssh');
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	return makeKey(folder, name, { passphrase });
}

/** The key that `--sign` means for Jane, and a record signed with it. */
async function sign(at: Place, flags: Readonly<Record<string, unknown>> = { sign: true }, environment = {}) {
	const { context, library: open } = recordCall(at, flags, {
		environment: { ...cleanEnvironment(at.home), ...environment },
	});
	const person = await personFor(context, open);
	const key = await signingKeyFor(context, open, person);
	return key && (await signRecord(context, approval(), key));
}

const keyOf = ({ line }: MadeKey) => line.split(' ').slice(0, 2).join(' ');

describe('the key to sign with', () => {
	it('is none without --sign', async () => {
		expect(await sign(library(jane), {})).toBeUndefined();
	});

	it('is the file that --sign names, from the folder or from home', async () => {
		const at = library(jane);
		const key = makeKey(at.folder, 'mine');
		const other = keyAtHome(at, 'other');
		expect((await sign(at, { sign: 'mine' }))?.publicKey).toBe(keyOf(key));
		expect((await sign(at, { sign: key.file }))?.publicKey).toBe(keyOf(key));
		expect((await sign(at, { sign: '~/.ssh/other' }))?.publicKey).toBe(keyOf(other));
		await expect(sign(at, { sign: 'none' })).rejects.toThrow('The key none does not exist');
		await expect(sign(at, { sign: '.' })).rejects.toThrow('The key . is no file');
	});

	it('is the one git signs with, where that is an SSH key', async () => {
		const at = library(jane);
		const key = makeKey(at.home, 'git-key');
		const listed = keyAtHome(at);
		writeFileSync(
			join(at.folder, 'registers/people.yaml'),
			`format: 1\npeople:\n${withKeys(jane, `ssh: "${listed.line}"`)}`,
		);
		git(at, 'config', 'user.signingKey', '~/git-key.pub');
		expect((await sign(at))?.publicKey).toBe(keyOf(listed));
		git(at, 'config', 'gpg.format', 'ssh');
		expect((await sign(at))?.publicKey).toBe(keyOf(key));
		git(at, 'config', 'user.signingKey', '~/gone');
		await expect(sign(at)).rejects.toThrow("gone of git's user.signingKey does not exist");
	});

	it('is the one key of ~/.ssh that the register lists today', async () => {
		const at = library('');
		const [one, two, three] = [keyAtHome(at), keyAtHome(at, 'id_work'), keyAtHome(at, 'deploy')];
		const register = (...entries: readonly string[]) => {
			mkdirSync(join(at.folder, 'registers'), { recursive: true });
			writeFileSync(
				join(at.folder, 'registers/people.yaml'),
				`format: 1\npeople:\n${withKeys(jane, ...entries)}`,
			);
		};
		register(`ssh: "${two.line}"`, `ssh: "${three.line}"`);
		expect((await sign(at))?.publicKey).toBe(keyOf(two));
		register(`ssh: "${two.line}", until: 2026-11-21`, `ssh: "${one.line}", from: 2026-11-22`);
		expect((await sign(at))?.publicKey).toBe(keyOf(one));
		register(`ssh: "${one.line}"`, `ssh: "${two.line}"`);
		await expect(sign(at)).rejects.toMatchObject({
			message: 'Several keys in ~/.ssh stand in the people register for jane.doe',
			help: `Name one: --sign ${one.file}.pub or --sign ${two.file}.pub`,
		});
		register(`ssh: "${one.line}", revoked: { from: 2026-01-01, why: lost }`, `ssh: "${three.line}"`);
		await expect(sign(at)).rejects.toThrow(
			'No key in ~/.ssh stands in the people register for jane.doe today',
		);
		rmSync(join(at.home, '.ssh'), { recursive: true });
		await expect(sign(at)).rejects.toThrow('There is no SSH key to sign with for jane.doe');
	});
});

/** An agent that is gone when the test is. */
function agent(at: Place): { readonly SSH_AUTH_SOCK: string } {
	const socket = join(at.home, 'agent');
	const child = spawn('ssh-agent', ['-D', '-a', socket], { stdio: 'ignore' });
	onTestFinished(() => void child.kill());
	const wait = 'for i in $(seq 100); do [ -S "$0" ] && exit; sleep 0.05; done; exit 1';
	execFileSync('sh', ['-c', wait, socket]);
	return { SSH_AUTH_SOCK: socket };
}

describe('a record is signed', () => {
	it('by a key whose private half only an agent holds: a file, or a line of git', async () => {
		const at = library(jane);
		const key = makeKey(at.home, 'key');
		const env = agent(at);
		execFileSync('ssh-add', ['-q', key.file], { env: { ...process.env, ...env } });
		renameSync(key.file, `${key.file}.away`);
		expect((await sign(at, { sign: `${key.file}.pub` }, env))?.publicKey).toBe(keyOf(key));
		git(at, 'config', 'gpg.format', 'ssh');
		for (const written of [key.line, `key::${key.line}`]) {
			git(at, 'config', 'user.signingKey', written);
			expect((await sign(at, { sign: true }, env))?.publicKey).toBe(keyOf(key));
		}
		await expect(sign(at)).rejects.toThrow(
			'ssh-keygen could not sign with the key of git; nothing was written',
		);
	});

	it('by a key with a passphrase through an agent, and never asked for where nobody sits', async () => {
		const at = library(jane);
		const key = keyAtHome(at, 'id_ed25519', 'correct horse');
		await expect(sign(at, { sign: key.file })).rejects.toMatchObject({
			exitCode: 3,
			help: expect.stringContaining('It needs a passphrase, and nobody can be asked here'),
		});
		const env = agent(at);
		const ask = join(at.home, 'ask');
		writeFileSync(ask, '#!/bin/sh\necho correct horse\n');
		chmodSync(ask, 0o755);
		execFileSync('ssh-add', ['-q', key.file], {
			env: { ...process.env, ...env, SSH_ASKPASS: ask, SSH_ASKPASS_REQUIRE: 'force' },
		});
		expect((await sign(at, { sign: key.file }, env))?.publicKey).toBe(keyOf(key));
	});

	it('not, with words, by what is no key, by a key that is refused, or without ssh-keygen', async () => {
		const at = library(jane);
		writeFileSync(join(at.home, 'odd'), 'no key\n');
		await expect(sign(at, { sign: '~/odd' })).rejects.toMatchObject({
			message: expect.stringContaining('; nothing was written: '),
			help: expect.stringContaining('Give the file of a private key'),
		});
		const short = makeKey(at.home, 'short', { type: 'rsa', more: ['-b', '1024'] });
		await expect(sign(at, { sign: short.file })).rejects.toThrow(
			'does not hold, so nothing was written: An RSA key of 1024 bits is too short',
		);
		const key = makeKey(at.home, 'key');
		const without = tempFolder();
		const { context } = recordCall(at, {}, { environment: { PATH: without.folder, HOME: at.home } });
		await expect(signRecord(context, approval(), { file: key.file })).rejects.toThrow(
			'ssh-keygen is not installed',
		);
	});

	it('in time, or not at all, also where what ssh-keygen started lives on', async () => {
		const at = library(jane);
		const slow = join(at.home, 'ssh-keygen');
		// Longer than a test may take: that this one ends is the proof.
		const lasting = join(at.home, 'lasting');
		writeFileSync(slow, `#!/bin/sh\nsleep 300 & echo $! > '${lasting}'\nwait\n`);
		chmodSync(slow, 0o755);
		const signed = await signBySshKeygen({
			key: { file: 'key' },
			namespace: 'sop-approval',
			text: '{}',
			environment: { PATH: `${at.home}:${process.env['PATH']}` },
			mayAsk: false,
			patience: 3000,
		});
		expect(signed).toMatchObject({ why: 'late' });
		if (existsSync(lasting)) process.kill(Number(readFileSync(lasting, 'utf8')));
	});

	it.skipIf(!hasPython)('with a passphrase that is typed on a terminal', async () => {
		const at = library(jane);
		const key = keyAtHome(at, 'id_ed25519', 'correct horse');
		const { program, remove } = await bundled('write-records');
		onTestFinished(remove);
		const words = [process.execPath, program, '1', key.file];
		const type = (passphrase: string) =>
			programOnTerminal(words, [['Enter passphrase', `${passphrase}\r`]], at);
		// Somebody sits there, but not for this: what is typed goes elsewhere.
		const unasked = programOnTerminal(['sh', '-c', 'exec "$@" </dev/null', 'sh', ...words], [], at);
		expect(unasked).toMatchObject({ missed: null, code: 1 });
		expect(unasked.shown).toContain('nobody can be asked here');
		expect(type('wrong')).toMatchObject({ missed: null, code: 1 });
		expect(existsSync(join(at.folder, 'records'))).toBe(false);
		expect(type('correct horse')).toMatchObject({ missed: null, code: 0 });
		const [file = ''] = execFileSync('find', ['records', '-name', '*.yaml'], {
			cwd: at.folder,
			encoding: 'utf8',
		}).split('\n');
		const { value = {} } = readRecord('approvals', readFileSync(join(at.folder, file)));
		expect(recordSigner(value)).toEqual({ ssh: keyOf(key) });
	});
});

import { execFileSync, spawnSync } from 'node:child_process';
import {
	chmodSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmdirSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cleanEnvironment, type SopOutcome, sopBin } from '../support/run-sop.ts';
import { smallSop, temporaryFolder, temporaryLibrary } from '../support/temporary-library.ts';

/** Nobody waits longer than this for an answer; a call that takes so long hangs. */
const longest = 60_000;

/** Somebody who may do nothing special: root may read what nobody else can. */
const stranger = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/** Runs the built `sop` in a pipe and holds it to what every call owes: an end, no stack trace, nothing that a terminal obeys. */
function call(folder: string, words: readonly string[], options: Parameters<typeof spawnSync>[2] = {}): SopOutcome {
	const { status, signal, stdout, stderr } = spawnSync(process.execPath, [sopBin, ...words], {
		cwd: folder,
		encoding: 'utf8',
		input: '',
		env: cleanEnvironment(),
		timeout: longest,
		maxBuffer: 256 * 1024 * 1024,
		...options,
	}) as { status: number | null; signal: string | null; stdout: string; stderr: string };
	expect(signal).toBeNull();
	for (const text of [stdout, stderr]) {
		expect(text).not.toMatch(/^\s+at .+:\d+:\d+/m);
		expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
	}
	return { code: status, stdout, stderr };
}

/** Every file and link below a folder, with what is in it. */
function contentOf(folder: string): Record<string, string> {
	const content: Record<string, string> = {};
	for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
		const path = join(entry.parentPath, entry.name);
		const { mtimeMs, size } = lstatSync(path);
		content[path] = entry.isSymbolicLink()
			? readlinkSync(path)
			: `${mtimeMs} ${entry.isFile() && size < 1e6 ? readFileSync(path, 'base64') : size}`;
	}
	return content;
}

/** Lints a library, and sees that nothing in it changes. */
function lint(folder: string, ...words: readonly string[]): SopOutcome {
	const before = contentOf(folder);
	const outcome = call(folder, ['lint', '--format', 'line', ...words]);
	expect(contentOf(folder)).toEqual(before);
	return outcome;
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const repeated = (part: string, size: number) => part.repeat(Math.floor(size / part.length));
const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('');
const syntax = (place: string, message: string) => `a.sop.yaml:${place}: error: ${message} [document/syntax]\n`;

describe('a text that is sound in another dress is read', () => {
	it.each([
		['a byte-order mark', `\ufeff${smallSop}`],
		['line endings of Windows', smallSop.replaceAll('\n', '\r\n')],
		['both', `\ufeff${smallSop.replaceAll('\n', '\r\n')}`],
		['a document marker at the start', `---\n${smallSop}...\n`],
		['a tab before a comment', smallSop.replace('owner: controller', 'owner: controller\t# the same')],
		['an alias', smallSop.replace('language: en', 'language: &l en\nx-language: *l')],
		['aliases by the hundred', `${smallSop}x-role: &r clerk\nx-all:\n${'  - *r\n'.repeat(500)}`],
		['no line ending at its end', smallSop.trimEnd()],
		['keys that every object has', `${smallSop}x-a:\n  constructor: a\n  toString: b\n  prototype: c\n`],
	])('%s', (_, text) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		expect(lint(folder)).toEqual({ code: 0, stdout: '', stderr: '' });
	});
});

/** Texts that cannot be read, with the line that says why. */
const unreadable: readonly (readonly [string, string | Uint8Array, string])[] = [
	['an empty file', '', syntax('1:1', 'The file is empty')],
	['nothing but comments', '# soon\n', syntax('1:1', 'The file is empty')],
	['nothing but blanks and line ends', ' \n\n\n', syntax('1:1', 'The file is empty')],
	['UTF-16', utf16(smallSop), syntax('1:1', 'The file is UTF-16, not UTF-8')],
	['UTF-16 without a mark', utf16(smallSop).subarray(2), syntax('1:1', 'The file holds NUL bytes, so it is no text')],
	['NUL bytes', `${smallSop}x-a: "\0"\n`, syntax('1:1', 'The file holds NUL bytes, so it is no text')],
	['Latin-1', Buffer.from(`${smallSop}x-a: Größe\n`, 'latin1'), syntax('129:1', 'Line 129 is not valid UTF-8').replace('129:1', '1:1')],
	['a picture', readFileSync(process.execPath).subarray(0, 5000), syntax('1:1', 'The file holds NUL bytes, so it is no text')],
	['tabs for the indentation', smallSop.replace('  - id: enter', '\t- id: enter'), syntax('50:1', 'The line is indented with a tab')],
	['two documents', `${smallSop}---\n${smallSop}`, syntax('129:1', 'The file holds two documents')],
	['a directive', `%YAML 1.2\n---\n${smallSop}`, syntax('1:1', 'The file has a % directive')],
	['a carriage return for a line ending', smallSop.replaceAll('\n', '\r'), syntax('1:10', 'A line ends in a carriage return alone, as on very old Macs')],
	['a merge conflict', smallSop.replace('owner: controller\n', '<<<<<<< HEAD\nowner: controller\n=======\nowner: cfo\n>>>>>>> x\n'), syntax('6:1', 'A merge conflict was left in the file')],
	['a tag that would run code elsewhere', `${smallSop}x-a: !!js/function "function () {}"\n`, syntax('129:6', 'A text without quotes cannot begin with !')],
	['__proto__', `${smallSop}__proto__:\n  polluted: true\n`, syntax('129:1', '__proto__ cannot be a key')],
	['a merge key', `${smallSop}x-a: &a {b: c}\nx-d: {<<: *a}\n`, syntax('130:7', 'Merge keys (<<) are not of the format')],
	['a key that is a number', `${smallSop}x-a: {1: b}\n`, syntax('129:7', 'The key 1 is not text')],
	['infinity', `${smallSop}x-a: .inf\n`, syntax('129:6', '.inf is not a number that can be written down')],
	['half of a character', `${smallSop}x-a: "\\ud800"\n`, syntax('129:6', 'The text holds half of a character (a lone surrogate)')],
	[
		'an alias that stands inside itself',
		`${smallSop}x-a: &a [*a]\n`,
		syntax('129:10', '*a stands inside what it refers to'),
	],
	[
		'an alias bomb',
		`x-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${lines(60, (at) => `x-${at + 1}: &a${at + 1} [${`*a${at}, `.repeat(10)}]\n`)}`,
		syntax('5:46', 'Written out, the aliases come to more than 100,000 values, or nest too deep'),
	],
	[
		'an alias staircase',
		`x-0: &a0 x\n${lines(20_000, (at) => `x-${at + 1}: &a${at + 1} [*a${at}]\n`)}`,
		syntax('201:15', 'Written out, the aliases come to more than 100,000 values, or nest too deep'),
	],
	['10,000 brackets', `${smallSop}x-a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, syntax('129:105', 'The text nests more than 100 levels deep')],
	['10,000 braces', `${smallSop}x-a: ${'{a: '.repeat(10_000)}\n`, syntax('129:402', 'The text nests more than 100 levels deep')],
	['10,000 dashes', `x-a:\n  ${'- '.repeat(10_000)}b\n`, syntax('2:201', 'The text nests more than 100 levels deep')],
	['10,000 question marks', `${'? '.repeat(10_000)}b\n`, syntax('1:201', 'The text nests more than 100 levels deep')],
	['1,300 levels of indentation', lines(1300, (at) => `${' '.repeat(at)}a:\n`), syntax('101:101', 'The text nests more than 100 levels deep')],
	['4,000 levels of indentation in 8 MB', lines(4000, (at) => `${' '.repeat(at)}a:\n`), syntax('64:64', 'The YAML does not parse here, and the file is too large to say why')],
	['50 MB', `x-a: ${repeated('a', 50 * 1024 * 1024)}\n`, syntax('1:1', 'The file is 50 MB large; documents are under 10 MB')],
	['9 MB of quotes that never close', repeated('- "\\"\n', 9_000_000), syntax('2:1', 'The YAML does not parse here, and the file is too large to say why')],
	['1 MB of them', repeated('- "\\"\n', 990_000), syntax('1:3', 'The quote that opens here is never closed')],
	['1 MB of brackets that never close', repeated('- [a\n', 990_000), syntax('1:3', 'The [ that opens here is never closed')],
	['9 MB of line ends', repeated('\n', 9_000_000), syntax('1:1', 'The file is larger than 1 MB and not written plainly')],
	['9 MB of anchors', `a: b\n${repeated('c: &a b\n', 9_000_000)}`, syntax('3:1', 'The YAML does not parse here, and the file is too large to say why')],
];

describe('a text that cannot be read gives a finding that names the file, the place and the cure', () => {
	it.each(unreadable)('%s', (_, text, stdout) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		expect(lint(folder)).toEqual({ code: 1, stdout, stderr: '' });
	});

	it('all of them side by side, also when they are to be mended: each has its finding, nothing is written', () => {
		const small = unreadable.filter(([, text]) => text.length < 100_000);
		const file = (at: number) => `${String(at).padStart(2, '0')}.sop.yaml`;
		const folder = temporaryLibrary(Object.fromEntries(small.map(([, text], at) => [file(at), text])));
		const before = contentOf(folder);
		const stdout = small.map(([, , line], at) => line.replace('a.sop.yaml', file(at))).join('');
		// They share an id, which is another matter.
		const words = ['--quiet', '--format', 'line', '--rule', 'document/syntax'];
		for (const fix of ['--fix', '--fix-unsafe'])
			expect(call(folder, ['lint', fix, ...words])).toEqual({ code: 1, stdout, stderr: '' });
		expect(contentOf(folder)).toEqual(before);
	});

	it.each(unreadable.filter(([, text]) => text.length < 100_000))('%s in a register', (_, text, stdout) => {
		const folder = temporaryLibrary({ 'registers/roles.yaml': text });
		expect(lint(folder)).toEqual({ code: 1, stdout: stdout.replace('a.sop.yaml', 'registers/roles.yaml'), stderr: '' });
	});

	it.each([
		['an empty file', ''],
		['a tab', 'format: 1\nrules:\n\ta: off\n'],
		['UTF-16', utf16('format: 1\n')],
		['an alias bomb', unreadable.find(([name]) => name === 'an alias bomb')?.[1] ?? ''],
		['10,000 brackets', `a: ${'['.repeat(10_000)}\n`],
		['__proto__', 'format: 1\n__proto__: {preset: minimal}\n'],
	])('%s for a config', (_, text) => {
		const folder = temporaryFolder({ 'sop.config.yaml': text, 'a.sop.yaml': smallSop });
		const { code, stdout, stderr } = lint(folder);
		expect([1, 2]).toContain(code);
		expect(stdout + stderr).toContain('sop.config.yaml');
	});

	it('of the whole screen: what, where, why and what to do, and no sections that nobody could read', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop.replace('title: Pay an invoice', 'title: Pay: an invoice') });
		expect(call(folder, ['lint'])).toEqual({
			code: 1,
			stderr: '',
			stdout: `SOP-FIN-900  a.sop.yaml

  3:8  error  The text has a colon in it and is not in quotes                        document/syntax
     1 │ format: 1
     2 │ id: SOP-FIN-900
   ▸ 3 │ title: Pay: an invoice
       │        ~~~~~~~~~~~~~~~
     why  A text that two readers understand differently cannot be approved, run or proven.
     do   Put the whole text in quotes: "Pay: an invoice"

Not evaluated
  approval/context-moved and 38 more  no git checkout

1 document: 1 error, 39 checks not evaluated (no git checkout)
`,
		});
	});

	it('of a file that is no text: no empty frame', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': utf16(smallSop) });
		expect(call(folder, ['lint']).stdout).toBe(`a.sop.yaml

  1:1  error  The file is UTF-16, not UTF-8                                          document/syntax
     why  A text that two readers understand differently cannot be approved, run or proven.
     do   Save it again as UTF-8 (in Notepad: Save as, Encoding UTF-8).

Not evaluated
  approval/context-moved and 38 more  no git checkout

1 document: 1 error, 39 checks not evaluated (no git checkout)
`);
	});
});

describe('a value that could be read two ways, or is of the wrong kind, gives a finding', () => {
	it.each([
		['a key that stands twice', `${smallSop}owner: cfo\n`, '129:1: error: The key owner stands twice [document/duplicate-key]'],
		['a number that is rounded', `${smallSop}x-a: 9007199254740993\n`, '129:6: error: 9007199254740993 would be read as 9007199254740992 [document/number-not-exact]'],
		['an id that is a number', smallSop.replace('SOP-FIN-900', '900'), '2:5: error: "id" must be text, not the number 900 [document/schema]'],
		['an id that is a list', smallSop.replace('SOP-FIN-900', '[SOP-FIN-900]'), '2:5: error: "id" must be text, not a list [document/schema]'],
		['an id that is nothing', smallSop.replace('SOP-FIN-900', ''), '2:5: error: "id" must be text, not empty [document/schema]'],
		['an id that is a truth', smallSop.replace('SOP-FIN-900', 'yes'), '2:5: error: The id "yes" has not the form that ids have here [document/id-format]'],
	])('%s', (_, text, finding) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': text });
		expect(lint(folder)).toEqual({ code: 1, stdout: `a.sop.yaml:${finding}\n`, stderr: '' });
	});

	it('a list where a map should be', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': '- a\n- b\n' });
		const { code, stdout } = lint(folder);
		expect(code).toBe(1);
		expect(stdout).toMatch(/^a\.sop\.yaml:1:1: error: The file must be keys with values, not a list \[document\/schema\]\n$/);
	});
});

describe('a file that is not there, or not for us, gives a finding', () => {
	it.each([
		['a link that leads nowhere', 'nothing.sop.yaml', 'The link leads nowhere'],
		['a link that leads to itself', 'a.sop.yaml', 'The link leads nowhere'],
		['a link that leaves the library', '/etc/passwd', 'The link leaves the library'],
		['a link to a folder outside', '/etc', 'The link leaves the library'],
	])('%s', (_, target, message) => {
		const folder = temporaryLibrary();
		symlinkSync(target, join(folder, 'a.sop.yaml'));
		expect(lint(folder)).toEqual({ code: 1, stdout: syntax('1:1', message), stderr: '' });
	});

	it('a pipe with no end is not waited for', () => {
		const folder = temporaryLibrary();
		execFileSync('mkfifo', [join(folder, 'a.sop.yaml')]);
		expect(call(folder, ['lint', '--format', 'line'])).toEqual({
			code: 1,
			stdout: syntax('1:1', 'This is no ordinary file'),
			stderr: '',
		});
	});

	it('a file that may not be read', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		chmodSync(folder, 0o755);
		chmodSync(join(folder, 'a.sop.yaml'), 0);
		expect(call(folder, ['lint', '--format', 'line'], stranger)).toEqual({
			code: 1,
			stdout: syntax('1:1', 'The file cannot be read (EACCES)'),
			stderr: '',
		});
	});

	it.runIf(process.platform === 'linux')('a name that is no text', () => {
		const folder = temporaryLibrary();
		writeFileSync(Buffer.concat([Buffer.from(`${folder}/l`), Buffer.from([0xe9]), Buffer.from('.sop.yaml')]), smallSop);
		expect(call(folder, ['lint', '--format', 'line'])).toEqual({
			code: 1,
			stdout: 'l\ufffd.sop.yaml:1:1: error: The name of the file is not UTF-8 [document/syntax]\n',
			stderr: '',
		});
	});

	it('a folder named like a document is looked into', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml/b.sop.yaml': smallSop });
		expect(lint(folder)).toEqual({ code: 0, stdout: '', stderr: '' });
	});
});

describe('a folder that cannot be read is never taken for an empty one', () => {
	/** A library with one folder shut, open again when the test has ended. */
	function libraryWith(shut: string): string {
		const folder = temporaryLibrary({
			'a.sop.yaml': smallSop,
			'closed/b.sop.yaml': smallSop.replace('900', '901'),
			'registers/roles.yaml': 'roles:\n  - id: controller\n',
		});
		chmodSync(folder, 0o755);
		chmodSync(join(folder, shut), 0);
		onTestFinished(() => chmodSync(join(folder, shut), 0o755));
		return folder;
	}

	it.each(['closed', 'registers'])('%s, by sop lint', (shut) => {
		const { code, stderr } = call(libraryWith(shut), ['lint', '--format', 'line'], stranger);
		expect({ code, stderr }).toEqual({ code: 3, stderr: `sop: The folder ${shut} cannot be read (EACCES)\n` });
	});

	it.each([
		['lint', 'a.sop.yaml'],
		['list'],
		['find', 'nothing-that-is-there'],
		['show', 'SOP-FIN-901'],
		['new', '--title', 'T', '--function', 'finance', '--owner', 'controller', '--author', 'jane.doe'],
		[],
	])('closed, by sop %s', (...words) => {
		const { code, stderr, stdout } = call(libraryWith('closed'), words, stranger);
		expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
		expect(stderr).toBe(
			'sop: The folder closed cannot be read (EACCES)\nCheck its permissions: without it the answer would leave documents out.\n',
		);
	});

	it('the library itself', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		chmodSync(folder, 0);
		onTestFinished(() => chmodSync(folder, 0o755));
		const { code, stdout } = call('/', ['lint', '--cwd', folder], stranger);
		expect(code).toBeGreaterThan(1);
		expect(stdout).toBe('');
	});

	it('the folder one stands in, once it is gone', () => {
		const folder = temporaryFolder();
		mkdirSync(join(folder, 'gone'));
		// The shell stands there while the folder goes.
		const script = `cd '${folder}/gone' && rmdir '${folder}/gone' && exec '${process.execPath}' '${sopBin}' lint`;
		const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8', timeout: longest });
		expect({ status, stdout, stderr }).toEqual({
			status: 3,
			stdout: '',
			stderr: 'sop: The folder you are in is not there any more\nGo into another one.\n',
		});
		expect(() => rmdirSync(join(folder, 'gone'))).toThrow();
	});
});

describe('names of files', () => {
	const wrong = smallSop.replace('title: Pay an invoice', 'title: 5');
	const finding = (name: string) => `${name}:3:8: error: "title" must be text, not the number 5 [document/schema]\n`;

	it.each([
		['spaces', 'a b  c.sop.yaml'],
		['quotes', `it's "odd".sop.yaml`],
		['what a shell would run', '$(touch pwned); `id` & | > x.sop.yaml'],
		['patterns', '[a]*{b,c}?!.sop.yaml'],
		['a percent sign', '%s%n%00.sop.yaml'],
		['letters of elsewhere', '手順-Größe.sop.yaml'],
		['a leading dash', '-rf.sop.yaml'],
		['a backslash', 'sops\\a.sop.yaml'],
		['nothing before the ending', '.sop.yaml'],
	])('%s', (_, name) => {
		const folder = temporaryLibrary({ [name]: wrong });
		expect(lint(folder, '--', name)).toEqual({ code: 1, stdout: finding(name), stderr: '' });
		expect(lint(folder).stdout).toBe(finding(name));
	});

	it.each([
		['a line break', 'a\nb.sop.yaml', 'a␊b.sop.yaml'],
		['an escape sequence', 'a\u001b[31mb.sop.yaml', 'a␛[31mb.sop.yaml'],
		['a reversal of the direction', 'a\u202eb.sop.yaml', 'a\\u{202E}b.sop.yaml'],
	])('%s is shown and does nothing', (_, name, shown) => {
		const folder = temporaryLibrary({ [name]: wrong });
		expect(lint(folder)).toEqual({ code: 1, stdout: finding(shown), stderr: '' });
	});

	it('separators of Windows in a call name the file that was asked for', () => {
		const folder = temporaryLibrary({ 'sops/a.sop.yaml': smallSop });
		const { code, stdout, stderr } = call(folder, ['lint', 'sops\\a.sop.yaml']);
		expect({ code, stdout }).toEqual(
			process.platform === 'win32' ? { code: 0, stdout } : { code: 2, stdout: '' },
		);
		if (process.platform !== 'win32') expect(stderr).toContain('There is nothing at sops\\a.sop.yaml');
	});

	it('separators of Windows in a document are found out on every system', () => {
		const linking = smallSop.replace(
			'references:\n  not_applicable: It stands alone.',
			'references:\n  - file: attachments\\form.pdf\n    title: Form',
		);
		const folder = temporaryLibrary({ 'a.sop.yaml': linking, 'attachments/form.pdf': 'form' });
		const { code, stdout } = lint(folder);
		expect(code).toBe(1);
		expect(stdout).toBe('a.sop.yaml:114:11: error: There is no file attachments\\form.pdf [references/missing-file]\n');
	});
});

describe('texts of documents never act on a terminal', () => {
	const hostile = '\\e]0;pwned\\a\\e[2J\\e[31m\\u009b31m\\u202ered\\r\\n::error::pwned\\n##[error]pwned';
	const escaped = smallSop
		.replace('title: Pay an invoice', `title: "${hostile}"`)
		.replace('owner: controller', 'owner: "\\e[1mnobody"')
		.replace('next: end', 'next: "\\e[1mnowhere"');
	const raw = smallSop.replace('title: Pay an invoice', 'title: a \u001b[31m\u009b31m\u202e b: c');

	it.each(['pretty', 'line', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'])('as %s', (format) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': escaped, 'b.sop.yaml': raw });
		// `call` holds the output to having no control characters.
		const { code, stdout } = call(folder, ['lint', '--format', format]);
		expect(code).toBe(1);
		expect(stdout.length).toBeGreaterThan(100);
		expect(stdout).not.toMatch(/^\s*(?:::error::pwned|##\[error\]pwned)/m);
	});

	it.each([['list'], ['find', 'pwned'], ['show', 'SOP-FIN-900'], ['config', '--print', 'a.sop.yaml'], []])(
		'by sop %s %s',
		(...words) => {
			const folder = temporaryLibrary({ 'a.sop.yaml': escaped });
			const { code } = call(folder, words);
			expect([0, 1]).toContain(code);
		},
	);
});

describe('a word that means nothing suggests the nearest that does', () => {
	it.each([
		['a flag', ['lint', '--fxi'], 'sop: unknown option \'--fxi\'\n(Did you mean --fix?)\n'],
		['a rule', ['lint', '--rule', 'document/syntx'], 'sop: There is no rule "document/syntx"\nDid you mean document/syntax?'],
		['a command', ['lnt'], 'sop: There is no command "lnt"\nDid you mean sop lint?'],
		['a template', ['new', 'blnk'], 'sop: There is no template "blnk"\nDid you mean blank?'],
		['an id', ['show', 'SOP-FIN-90'], 'sop: There is no document "SOP-FIN-90"'],
		['a rule to explain', ['explain', 'decisions/gpa'], 'sop: There is no rule "decisions/gpa"\nDid you mean decisions/gap?'],
	])('%s', (_, words, message) => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const before = contentOf(folder);
		const { code, stdout, stderr } = call(folder, words);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toContain(message);
		expect(stderr).toContain(words.includes('show') ? 'SOP-FIN-900' : 'Did you mean');
		expect(contentOf(folder)).toEqual(before);
	});
});

describe('a crash', () => {
	it('says what to report, shows no private paths or texts, and ends with 3', () => {
		const folder = temporaryLibrary({ 'a.sop.yaml': smallSop });
		const sabotage = "Date.prototype.toISOString = () => { throw new TypeError('clock \\u001b[31mbroke'); };";
		const before = contentOf(folder);
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['--import', `data:text/javascript,${encodeURIComponent(sabotage)}`, sopBin, 'lint', '--format', 'line', 'a.sop.yaml'],
			{ cwd: folder, encoding: 'utf8', env: cleanEnvironment(), timeout: longest },
		);
		expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
		expect(stderr).toMatch(/^sop: this is a fault of sop, not of your files\./);
		expect(stderr).toContain('Please report it');
		expect(stderr).toContain('TypeError: clock ␛[31mbroke');
		expect(stderr).not.toContain(folder);
		expect(stderr).not.toContain('a.sop.yaml');
		expect(contentOf(folder)).toEqual(before);
	});
});

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/model/digest.ts';
import {
	approvedLibrary,
	type ControlledLibrary,
	controlledLibrary,
	controlledText,
	digestOfText,
	documentFile,
	everybody,
	keyOf,
	libraryId,
	peopleFile,
	peopleText,
	person,
	recordText,
	signed,
} from '../support/approvals-library.ts';
import { configText, sopId } from '../support/history-repository.ts';
import { signedBySsh } from '../support/signing.ts';

const claims = 'records/approvals/SOP-FIN-900/1.0/x.yaml';

function written(): ControlledLibrary {
	const library = controlledLibrary();
	library.write('2024-01-10');
	return library;
}

/** The text of Carl's record, as somebody may tamper with it. */
function record(library: ControlledLibrary): string {
	return Object.values(library.approval('2024-01-15', 'c.fo', {}, { key: null }))[0] ?? '';
}

/** What comes of a record with this text. */
function afterRecord(text: (honest: string) => string) {
	const library = written();
	library.change('2024-01-15', { [claims]: text(record(library)) }, 'jane.doe');
	return library.on();
}

const nothing = { inForce: null, stands: '1.0', status: 'draft' };

describe('a record that reads in two ways counts in none', () => {
	it.each<[string, (text: string) => string]>([
		['a key twice', (text) => `${text}person: q.lead\n`],
		['another document after it', (text) => `${text}---\n${text}`],
		['a tag', (text) => text.replace('person: c.fo', 'person: !!binary Yy5mbw==')],
		[
			'a merge key',
			(text) => `x-base: &b\n  role: controller\n<<: *b\n${text.replace('role: controller\n', '')}`,
		],
		['a directive of YAML 1.1', (text) => `%YAML 1.1\n---\n${text}`],
		['a key called __proto__', (text) => `${text}__proto__:\n  role: controller\n`],
		['a key called constructor', (text) => `${text}constructor: x\n`],
		['a key that is no text', (text) => `${text}? [a]\n: b\n`],
		['bytes that are no UTF-8', (text) => `${text}x-note: "\ufffe\0"\n`],
		['a list around it', (text) => text.replace(/^/gm, '  ').replace('  ', '- ')],
		['a person that is a list', (text) => text.replace('person: c.fo', 'person: [c.fo, q.lead]')],
		['a role that is null', (text) => text.replace('role: controller', 'role:')],
		['a digest in capitals', (text) => text.replace(/sha256:.*/, (digest) => digest.toUpperCase())],
		['a meaning that nobody knows', (text) => text.replace('meaning: approval', 'meaning: Approval')],
		['a format of the future', (text) => text.replace('format: 1', 'format: 2')],
		['nothing', () => ''],
	])('%s', (_, change) => {
		expect(afterRecord(change)).toEqual(nothing);
	});
});

describe('a record whose time is none', () => {
	it.each(['2024-01-15T99:99:99Z', '2024-13-45T12:00:00Z', '2024-01-15T23:59:60Z', '9999-99-99T00:00:00Z'])(
		'counts for nothing, and stops nobody: %s',
		(at) => {
			const library = approvedLibrary();
			library.write('2024-02-01', { version: '2.0' });
			library.approve('2024-02-02', 'c.fo', { version: '2.0' }, { at });
			library.withdraw('2024-02-03', 'c.fo', {}, { at });
			expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
		},
	);

	it('in the year 2099 is a claim that puts nothing in force earlier or later', () => {
		const library = written();
		library.approve('2024-01-15', 'c.fo', {}, { at: '2099-01-01T00:00:00Z' });
		expect(library.repository.show().from).toBe('2024-01-15T12:00:00Z');
	});
});

describe('a path that pretends', () => {
	it.each([
		['names another person', 'records/approvals/SOP-FIN-900/1.0/0123456789ab/q.lead-quality-approval.yaml'],
		['has a line break in it', 'records/approvals/SOP-FIN-900/1.0/c.fo\ncontroller.yaml'],
		['has blanks and quotes', 'records/approvals/SOP FIN/"1.0"/c fo.yaml'],
	])('%s decides nothing: the content does', (_, path) => {
		const library = written();
		library.approve('2024-01-15', 'c.fo', {}, { path });
		expect(library.on().inForce).toBe('1.0');
		expect(library.signature()).toMatchObject({ person: 'c.fo', role: 'controller', file: path });
	});

	it('with a line break does not hide a withdrawal', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo', {}, { path: 'records/withdrawals/SOP-FIN-900/a\nb.yaml' });
		expect(library.on().inForce).toBeNull();
	});

	it.each([
		'records/reviews/SOP-FIN-900/x.yaml',
		'records/withdrawals/SOP-FIN-900/x.yaml',
		'Records/approvals/SOP-FIN-900/x.yaml',
		'records/Approvals/SOP-FIN-900/x.yaml',
		'records/approvals.yaml',
		'docs/records/approvals/SOP-FIN-900/x.yaml',
		'records/approvals/SOP-FIN-900/x.yaml.txt',
		'records/approvals/SOP-FIN-900/x.sop.yaml',
	])('is not where approvals lie: %s', (path) => {
		const library = written();
		library.approve('2024-01-15', 'c.fo', {}, { path });
		expect(library.on()).toMatchObject({ inForce: null });
	});

	it('that is a link to a record is none', () => {
		const library = written();
		const { repository } = library;
		repository.write({ 'elsewhere.yaml': record(library) });
		mkdirSync(join(repository.folder, 'records/approvals'), { recursive: true });
		repository.link('records/approvals/x.yaml', '../../elsewhere.yaml');
		library.change('2024-01-15', {}, 'c.fo');
		expect(library.on()).toEqual(nothing);
	});

	it('below a link to a folder, or in a submodule, is none', () => {
		const library = written();
		const { repository } = library;
		repository.write({ 'elsewhere/x.yaml': record(library) });
		mkdirSync(join(repository.folder, 'records'), { recursive: true });
		repository.link('records/approvals', '../elsewhere');
		library.change('2024-01-15', {}, 'c.fo');
		expect(library.on()).toEqual(nothing);
		repository.git('rm', '--quiet', '--cached', 'records/approvals');
		repository.git('update-index', '--add', '--cacheinfo', `160000,${repository.id()},records/approvals`);
		repository.gitAt('2024-01-16', 'commit', '--quiet', '-m', 'Submodule');
		expect(library.on()).toEqual(nothing);
	});
});

describe('ids that look alike', () => {
	it.each([
		['person', { person: 'C.FO' }],
		['person', { person: 'c.fo ' }],
		['person', { person: '__proto__' }],
		['person', { person: 'constructor' }],
		['role', { role: 'Controller' }],
		['role', { role: 'toString' }],
		['document', { document: 'sop-fin-900' }],
		['library', { library: libraryId.toUpperCase() }],
	])('are different: %s %j', (_, more) => {
		const library = written();
		library.approve('2024-01-15', 'c.fo', {}, { more, key: null, path: claims });
		expect(library.on()).toEqual(nothing);
	});
});

describe('a record of another time', () => {
	it('signed for one version is none for the next, whatever its number is changed to', () => {
		const library = approvedLibrary();
		const next = { version: '2.0' };
		library.write('2024-02-01', next);
		const [text = ''] = Object.values(library.approval('2024-01-15', 'c.fo'));
		library.change('2024-02-02', { [claims]: text.replace('version: "1.0"', 'version: "2.0"') });
		library.change('2024-02-03', {
			'records/approvals/SOP-FIN-900/2.0/y.yaml': text
				.replace('version: "1.0"', 'version: "2.0"')
				.replace(/digest: .*/, `digest: ${digestOfText(controlledText(next))}`),
		});
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
		expect(library.signature('2.0')?.who).toBe('contradicted');
	});

	it('signed for a commit of git, in its namespace, signs no record', () => {
		const library = written();
		const signature = signedBySsh(keyOf('c.fo').file, canonicalText(honest()), 'git');
		library.change('2024-01-15', { [claims]: recordText({ ...honest(), signature }) }, 'c.fo');
		expect(library.on()).toEqual(nothing);
		expect(library.signature()?.who).toBe('contradicted');
	});

	it('before the text ever stood on the mainline counts only from when it does, by the rules of then', () => {
		const library = approvedLibrary();
		const next = { version: '2.0' };
		library.repository.branch('side');
		library.write('2024-02-01', next);
		library.repository.to('main');
		library.approve('2024-02-02', 'c.fo', next);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});
});

describe('a text of any size', () => {
	it('of 12 MB is no record, and stops nobody', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', { version: '2.0' });
		const [text = ''] = Object.values(
			library.approval('2024-02-02', 'c.fo', { version: '2.0' }, { key: null }),
		);
		library.change('2024-02-02', { [claims]: `${text}x-note: ${'x'.repeat(12_000_000)}\n` });
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});

	it('nested a thousand deep, or full of aliases, is no record', () => {
		const bomb = [
			'a: &a [x,x,x,x,x,x,x,x,x]',
			...'bcdefgh'.split('').map((key, at) => `${key}: &${key} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
		];
		for (const more of [
			`x-note: ${'['.repeat(1000)}${']'.repeat(1000)}`,
			`x-note:\n${bomb.map((line) => `  ${line}`).join('\n')}`,
		])
			expect(afterRecord((text) => `${text}${more}\n`)).toMatchObject({ stands: '1.0' });
	});
});

describe('several registers', () => {
	it('of people: only the one at its place gives roles', () => {
		const library = written();
		const forged = peopleText([person('mallory', ['controller'])]);
		library.change('2024-01-11', {
			'registers/people.yml': forged,
			'sub/registers/people.yaml': forged,
			'registers/People.yaml': forged,
		});
		library.approve('2024-01-15', 'mallory', {}, { role: 'controller' });
		expect(library.on()).toEqual(nothing);
	});

	it('of people in the working tree gives no roles', () => {
		const library = written();
		library.approve('2024-01-15', 'mallory', {}, { role: 'controller' });
		library.repository.write({
			[peopleFile]: peopleText([...everybody(), person('mallory', ['controller'])]),
		});
		expect(library.on()).toEqual(nothing);
	});

	it('below the library, in a repository with several, belong each to its own', () => {
		const library = approvedLibrary();
		library.change('2024-02-01', {
			'other/sop.config.yaml': configText('approvals: required\n'),
			[`other/${peopleFile}`]: peopleText([person('mallory', ['controller'])]),
			'other/b.sop.yaml': controlledText({ id: 'SOP-FIN-901' }),
		});
		const theirs = library.approval('2024-02-02', 'mallory', { id: 'SOP-FIN-901' }, { role: 'controller' });
		library.change('2024-02-02', theirs);
		library.repository.at = 'other';
		expect(library.repository.register('SOP-FIN-901')).toMatchObject({ inForce: null });
		library.repository.at = '.';
		expect(library.repository.register(sopId)).toMatchObject({ inForce: '1.0' });
	});
});

describe('a document that pretends', () => {
	it('to be another by its id does not take its approvals', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', { wording: 'Pay me.' }, 'i.tern', 'b.sop.yaml');
		expect(library.on()).toMatchObject({ inForce: '1.0' });
		expect(library.repository.show().digest).toBe(digestOfText(controlledText()));
	});

	it('to be signed by a number that YAML reads in two ways is not', () => {
		const library = approvedLibrary();
		// As a number, 2.10 is 2.1.
		const text = controlledText({ version: '2.10' }).replace('version: "2.10"\n', 'version: 2.10\n');
		library.change('2024-02-01', { [documentFile]: text }, 'jane.doe');
		const value = { ...honest(), version: '2.10', digest: digestOfText(text) };
		library.change('2024-02-02', { [claims]: recordText(signed(value, keyOf('c.fo'))) }, 'c.fo');
		expect(library.on().inForce).toBe('1.0');
	});
});

function honest() {
	return {
		format: 1,
		library: libraryId,
		document: sopId,
		version: '1.0',
		digest: digestOfText(controlledText()),
		person: 'c.fo',
		role: 'controller',
		meaning: 'approval',
		at: '2024-01-15T12:00:00Z',
	};
}

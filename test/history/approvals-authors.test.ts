import { describe, expect, it } from 'vitest';
import {
	addressOf,
	type ControlledLibrary,
	type ControlledWords,
	controlledLibrary,
	controlledText,
	documentFile,
	everybody,
	keyOf,
	peopleFile,
	peopleText,
	person,
} from '../support/approvals-library.ts';
import { sopId } from '../support/history-repository.ts';

const nobodyNamed: ControlledWords = { author: null };

/** Whether Carl's approval counts of a text that comes about in some way. */
function approvedBy(library: ControlledLibrary, words: ControlledWords = nobodyNamed) {
	library.approve('2024-01-20', 'c.fo', words);
	return library.signature(words.version);
}

const wroteIt = ['c.fo wrote the text, and nobody approves their own'];

describe('the author of a version', () => {
	it('is whoever committed its text', () => {
		const library = controlledLibrary();
		library.write('2024-01-10', nobodyNamed, 'c.fo');
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
		expect(library.on()).toMatchObject({ inForce: null, status: 'draft' });
	});

	it('is whoever authored it, whoever committed it', () => {
		const library = controlledLibrary();
		const { repository } = library.as('jane.doe');
		repository.write({ [documentFile]: controlledText(nobodyNamed) }).git('add', '--all');
		repository.gitAt(
			'2024-01-10',
			'commit',
			'--quiet',
			'-m',
			'Text',
			'--author',
			`Carl <${addressOf('c.fo')}>`,
		);
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('is whoever committed it, whoever authored it', () => {
		const library = controlledLibrary();
		const { repository } = library.as('c.fo');
		repository.write({ [documentFile]: controlledText(nobodyNamed) }).git('add', '--all');
		repository.gitAt(
			'2024-01-10',
			'commit',
			'--quiet',
			'-m',
			'Text',
			'--author',
			`Jane <${addressOf('jane.doe')}>`,
		);
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it.each<[string, ControlledWords]>([
		['by id', { author: 'c.fo' }],
		['by name', { author: 'Carl Fo' }],
		['by address', { author: addressOf('c.fo') }],
		['among several', { author: ['jane.doe', 'c.fo'] }],
		['as a contributor', { contributors: ['c.fo'] }],
	])('is whom the change log names %s', (_, words) => {
		const library = controlledLibrary();
		library.write('2024-01-10', words);
		expect(approvedBy(library, words)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('is whoever changed it on a branch before', () => {
		const library = controlledLibrary();
		const { repository } = library;
		repository.branch('side');
		library.write('2024-01-10', { author: null, wording: 'Mine.' }, 'c.fo');
		library.write('2024-01-11', nobodyNamed);
		library.as('h.ray');
		repository.to('main').merge('2024-01-12', 'side');
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('is whoever signed the commit of its text, whatever name stands in it', () => {
		const library = controlledLibrary();
		const { repository } = library;
		repository.git('config', 'gpg.format', 'ssh');
		repository.git('config', 'user.signingkey', `${keyOf('c.fo').file}.pub`);
		repository.git('config', 'commit.gpgsign', 'true');
		library.write('2024-01-10', nobodyNamed);
		repository.git('config', '--unset', 'commit.gpgsign');
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('is nobody who only merged it, reviewed it, or changed a comment', () => {
		const library = controlledLibrary();
		const { repository } = library;
		repository.branch('side');
		library.write('2024-01-10', nobodyNamed);
		repository.to('main');
		library.as('c.fo').repository.merge('2024-01-11', 'side');
		library.change(
			'2024-01-12',
			{ [documentFile]: `# For the board.\n${controlledText(nobodyNamed)}` },
			'c.fo',
		);
		expect(approvedBy(library)).toMatchObject({ counts: true, why: [] });
	});

	it('is nobody who only moved the file', () => {
		const library = controlledLibrary();
		library.write('2024-01-10', nobodyNamed);
		library.repository.move(documentFile, 'finance/pay.sop.yaml');
		library.change('2024-01-11', {}, 'c.fo');
		expect(approvedBy(library)).toMatchObject({ counts: true });
	});

	it('is whoever wrote a text of their own while merging', () => {
		const library = controlledLibrary();
		const { repository } = library;
		library.write('2024-01-09', { author: null, wording: 'First.' });
		repository.branch('side');
		library.write('2024-01-10', { author: null, wording: 'Theirs.' });
		repository.to('main');
		library.write('2024-01-11', { author: null, wording: 'Ours.' });
		library
			.as('c.fo')
			.repository.mergeAs('2024-01-12', 'side', { [documentFile]: controlledText(nobodyNamed) });
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('of the version before is no author of this one', () => {
		const library = controlledLibrary();
		const first = { author: 'c.fo' };
		library.write('2024-01-05', first, 'c.fo');
		library.change('2024-01-06', {}, 'h.ray');
		library.people = [...everybody(), person('c.two', ['controller'])];
		library.change('2024-01-07', { [peopleFile]: peopleText(library.people) });
		library.approve('2024-01-08', 'c.two', first);
		const next = { version: '2.0', author: null };
		library.write('2024-01-10', next);
		expect(approvedBy(library, next)).toMatchObject({ counts: true });
	});

	it('may sign for authorship and responsibility', () => {
		const library = controlledLibrary();
		const words = { lines: ['writer authorship', 'controller'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-11', 'jane.doe', words, { meaning: 'authorship' });
		library.approve('2024-01-12', 'c.fo', words);
		expect(library.on().inForce).toBe('1.0');
	});

	it('may not review', () => {
		const library = controlledLibrary();
		const words = { lines: ['writer review', 'controller'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-11', 'jane.doe', words, { meaning: 'review' });
		library.approve('2024-01-12', 'c.fo', words);
		expect(library.on()).toMatchObject({ inForce: null, status: 'in review' });
	});
});

describe('an address', () => {
	it('in no register leaves open who wrote the text, and that is said', () => {
		const library = controlledLibrary();
		library.write('2024-01-10', nobodyNamed, 'some.body');
		expect(approvedBy(library)?.why).toEqual([
			'not evaluated: whether c.fo wrote the text: some.body@acme.example is no address of the people register',
		]);
		expect(library.why()).toContain('not evaluated: whether c.fo wrote the text');
	});

	it('in no register is said of a name in the change log, too', () => {
		const library = controlledLibrary();
		library.write('2024-01-10', { author: 'Carl Fu' });
		expect(approvedBy(library, { author: 'Carl Fu' })?.why).toEqual([
			'not evaluated: whether c.fo wrote the text: the change log names Carl Fu, who is in no people register',
		]);
	});

	const shared = { addresses: [{ address: addressOf('c.fo') }, { address: 'finance@acme.example' }] };
	const twin = { addresses: [{ address: addressOf('q.lead') }, { address: 'finance@acme.example' }] };

	function sharedAddress(): ControlledLibrary {
		const library = controlledLibrary();
		library.changePerson('2024-01-03', 'c.fo', shared);
		library.changePerson('2024-01-04', 'q.lead', twin);
		const { repository } = library;
		repository.identity = { name: 'Finance', email: 'finance@acme.example' };
		repository.commit('2024-01-10', { [documentFile]: controlledText(nobodyNamed) });
		return library;
	}

	it('of two people never passes for either of them', () => {
		const signature = approvedBy(sharedAddress());
		expect(signature?.counts).toBe(false);
		expect(signature?.why[0]).toContain('not evaluated: whether c.fo wrote the text');
	});

	it('of two people is said beside the signature of a third', () => {
		const library = sharedAddress();
		library.people = [...library.people, person('c.two', ['controller'])];
		library.change('2024-01-11', { [peopleFile]: peopleText(library.people) });
		library.approve('2024-01-20', 'c.two', nobodyNamed);
		expect(library.signature()?.why[0]).toContain('finance@acme.example is the address of c.fo and q.lead');
		expect(library.on().inForce).toBe('1.0');
	});

	it('that was another person’s before is judged by its time', () => {
		const library = controlledLibrary();
		const address = 'cfo@acme.example';
		library.changePerson('2024-01-03', 'c.fo', {
			addresses: [{ address, until: '2023-12-31' }, { address: addressOf('c.fo') }],
		});
		library.changePerson('2024-01-04', 'h.ray', {
			addresses: [{ address, from: '2024-01-01' }, { address: addressOf('h.ray') }],
		});
		const { repository } = library;
		repository.identity = { name: 'Cfo', email: address };
		repository.commit('2024-01-10', { [documentFile]: controlledText(nobodyNamed) });
		expect(approvedBy(library)).toMatchObject({ counts: true, why: [] });
	});

	it('taken out of the register by the commit of the text still tells whose it was', () => {
		const library = controlledLibrary();
		const people = everybody().map((one) => (one.id === 'c.fo' ? { ...one, addresses: [] } : one));
		const files = { [documentFile]: controlledText(nobodyNamed), [peopleFile]: peopleText(people) };
		library.change('2024-01-10', files, 'c.fo');
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('is not mapped by a mailmap', () => {
		const library = controlledLibrary();
		library.change('2024-01-05', { '.mailmap': `Jane <${addressOf('jane.doe')}> <${addressOf('c.fo')}>\n` });
		library.repository.git('config', 'log.mailmap', 'true');
		library.write('2024-01-10', nobodyNamed, 'c.fo');
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});

	it('of a forge carries a commit, and is no cover for an author', () => {
		const forge = { name: 'GitHub', email: 'noreply@github.com' };
		const carried = controlledLibrary();
		carried.repository.identity = forge;
		carried.repository.write({ [documentFile]: controlledText(nobodyNamed) }).git('add', '--all');
		carried.repository.gitAt(
			'2024-01-10',
			'commit',
			'--quiet',
			'-m',
			'Squash',
			'--author',
			`Jane <${addressOf('jane.doe')}>`,
		);
		expect(approvedBy(carried)).toMatchObject({ counts: true, why: [] });
		const hidden = controlledLibrary();
		hidden.repository.identity = forge;
		hidden.repository.commit('2024-01-10', { [documentFile]: controlledText(nobodyNamed) });
		expect(approvedBy(hidden)?.why[0]).toContain('not evaluated: whether c.fo wrote the text');
	});

	it('in capitals, or with another name beside it, is the same', () => {
		const library = controlledLibrary();
		library.repository.identity = { name: 'Somebody Else', email: 'C.FO@Acme.Example' };
		library.repository.commit('2024-01-10', { [documentFile]: controlledText(nobodyNamed) });
		expect(approvedBy(library)).toMatchObject({ counts: false, why: wroteIt });
	});
});

describe('authors before a squash', () => {
	const both: ControlledWords = { contributors: ['q.lead'] };
	const notVisible = (library: ControlledLibrary, version = '1.0') => {
		const answer = library.repository.show(`${sopId}@${version}`);
		const why = library.repository.sop(
			'show',
			`${sopId}@${version}`,
			'--why',
			'--output',
			'/dev/null',
		).stderr;
		for (const one of answer.authorsNotVisible) expect(why).toContain(`    ${one}\n`);
		if (answer.authorsNotVisible.length === 0) expect(why).not.toContain('not visible');
		return answer.authorsNotVisible;
	};
	/** Quinn and Jane write on a branch, which somebody brings to the mainline. */
	const written = (bring: (library: ControlledLibrary) => string) => {
		const library = controlledLibrary();
		library.repository.branch('side');
		library.write('2024-01-09', { ...both, wording: 'First.' }, 'q.lead');
		library.write('2024-01-10', both);
		library.repository.to('main');
		return { library, brought: bring(library).slice(0, 7) };
	};
	const squashed = ({ repository }: ControlledLibrary) => {
		repository.git('merge', '--quiet', '--squash', 'side');
		return repository.commit('2024-01-12');
	};

	it('are said to be not visible where the one commit leaves out whom the change log names', () => {
		const { library, brought } = written((library) => squashed(library.as('jane.doe')));
		expect(approvedBy(library, both)).toMatchObject({ counts: true, why: [] });
		expect(library.on().inForce).toBe('1.0');
		expect(notVisible(library)).toEqual([
			`authors before the squash not visible, if it was one: commit ${brought} is the only one of a text whose change log also names q.lead`,
		]);
	});

	it('are said to be not visible where a forge made the commit', () => {
		const { library, brought } = written((library) => {
			library.repository.git('merge', '--quiet', '--squash', 'side');
			library.repository.identity = { name: 'GitHub', email: 'noreply@github.com' };
			const author = `Jane <${addressOf('jane.doe')}>`;
			library.repository.gitAt('2024-01-12', 'commit', '--quiet', '-m', 'Text (#1)', '--author', author);
			return library.repository.id();
		});
		expect(approvedBy(library, both)).toMatchObject({ counts: true, why: [] });
		expect(notVisible(library)).toEqual([
			`authors before the squash not visible, if it was one: commit ${brought} was made by a forge and is the only one of a text whose change log also names q.lead`,
		]);
	});

	it('are visible where the branch was merged, or one person wrote it', () => {
		const { library } = written(({ repository }) => repository.merge('2024-01-12', 'side'));
		expect(approvedBy(library, both)).toMatchObject({ counts: true });
		expect(notVisible(library)).toEqual([]);
		const alone = controlledLibrary();
		alone.write('2024-01-10');
		alone.approve('2024-01-20', 'c.fo');
		expect(notVisible(alone)).toEqual([]);
	});

	it('are not told from others where nobody can tell who made the commit', () => {
		const library = controlledLibrary();
		library.repository.identity = { name: 'Jane', email: 'jane@home.example' };
		library.repository.commit('2024-01-10', { [documentFile]: controlledText() });
		expect(approvedBy(library, {})?.why[0]).toContain('jane@home.example is no address');
		expect(notVisible(library)).toEqual([]);
	});
});

describe('a name in the change log', () => {
	it('that two people have never passes for either of them', () => {
		const people = [...everybody(), { ...person('c.other', ['writer']), name: 'Carl Fo' }];
		const library = controlledLibrary({ people: people.toReversed() });
		library.write('2024-01-10', { author: 'Carl Fo' });
		expect(approvedBy(library, { author: 'Carl Fo' })?.counts).toBe(false);
		expect(library.repository.show(sopId).inForce).toBe(false);
	});

	it('stands in any of its rows of the version', () => {
		const library = controlledLibrary();
		const row = (author: string) =>
			`  - version: "1.0"\n    date: 2024-01-02\n    author: ${author}\n    what: Written\n    why: Needed\n`;
		const text = controlledText().replace(
			/change_log:\n(?: .*\n)+/,
			`change_log:\n${row('jane.doe')}${row('c.fo')}`,
		);
		library.change('2024-01-10', { [documentFile]: text }, 'jane.doe');
		const record = library.approval(
			'2024-01-20',
			'c.fo',
			{},
			{ more: { digest: library.repository.show(`${sopId}@1.0`).digest } },
		);
		library.change('2024-01-20', record, 'c.fo');
		expect(library.signature()).toMatchObject({ counts: false, why: wroteIt });
	});
});

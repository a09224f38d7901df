import { describe, expect, it } from 'vitest';
import {
	approvedLibrary,
	controlledLibrary,
	documentFile,
	everybody,
	person,
} from '../support/approvals-library.ts';

describe('the lines that a version needs', () => {
	it('are also those of the version in force before: section 15 does not weaken its own rule', () => {
		const library = controlledLibrary();
		const strict = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', strict);
		library.approve('2024-01-12', 'c.fo', strict);
		library.approve('2024-01-13', 'q.lead', strict);
		const weak = { version: '2.0', lines: ['intern'] };
		library.write('2024-02-01', weak);
		library.approve('2024-02-02', 'i.tern', weak);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'in review' });
		expect(library.why()).toBe('needs approval by controller, approval by quality');
		library.approve('2024-02-03', 'c.fo', weak);
		library.approve('2024-02-04', 'q.lead', weak);
		expect(library.on().inForce).toBe('2.0');
	});

	it('are those of the version before also where nobody is asked any more', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', { version: '2.0', lines: [] });
		expect(library.on()).toEqual({ inForce: '1.0', stands: '2.0', status: 'draft' });
	});

	it('are not escaped by a text that stood before the rule and comes back', () => {
		const library = controlledLibrary();
		const weak = { version: '9.0', lines: ['intern'] };
		// Parked before anything was in force.
		library.write('2024-01-05', weak);
		library.write('2024-01-10');
		library.approve('2024-01-12', 'c.fo');
		library.write('2024-02-01', weak);
		library.approve('2024-02-02', 'i.tern', weak);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '9.0', status: 'in review' });
	});

	it('are filled by different people: one who holds both roles fills one', () => {
		const both = [...everybody(), person('b.oth', ['controller', 'quality'])];
		const library = controlledLibrary({ people: both });
		const words = { lines: ['controller', 'quality'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'b.oth', words, { role: 'controller' });
		library.approve('2024-01-13', 'b.oth', words, { role: 'quality' });
		expect(library.on()).toMatchObject({ inForce: null, status: 'in review' });
		// Whichever line another one fills, both are filled then.
		library.approve('2024-01-14', 'c.fo', words);
		expect(library.on().inForce).toBe('1.0');
	});

	it('are two where one role is asked twice', () => {
		const library = controlledLibrary({ people: [...everybody(), person('c.two', ['controller'])] });
		const words = { lines: ['controller', 'controller'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'c.fo', words);
		library.approve('2024-01-13', 'c.fo', words, { path: 'records/approvals/SOP-FIN-900/1.0/twice.yaml' });
		expect(library.on()).toMatchObject({ inForce: null, status: 'in review' });
		library.approve('2024-01-14', 'c.two', words);
		expect(library.on().inForce).toBe('1.0');
	});

	it('hold at least one approval', () => {
		const library = controlledLibrary();
		const words = { lines: ['controller review', 'quality responsibility'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'c.fo', words, { meaning: 'review' });
		library.approve('2024-01-13', 'q.lead', words, { meaning: 'responsibility' });
		expect(library.on()).toMatchObject({ inForce: null, status: 'in review' });
		expect(library.why()).toContain('section 15 asks for no approval');
	});

	it('are not filled by a signature of another meaning, or for another role', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		library.approve('2024-01-12', 'c.fo', {}, { meaning: 'review' });
		library.approve('2024-01-13', 'q.lead');
		expect(library.on().inForce).toBeNull();
	});
});

describe('a number', () => {
	const [first, second] = [{ wording: 'Enter it once.' }, { wording: 'Enter it twice.' }];

	it('belongs to the first text that is complete, not to the first that stood', () => {
		const library = controlledLibrary();
		library.write('2024-01-10', first);
		library.write('2024-01-11', second);
		library.approve('2024-01-12', 'c.fo', second);
		library.approve('2024-01-13', 'c.fo', first);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('approved again for another text stays that of the first; both records are kept', () => {
		const library = controlledLibrary();
		library.write('2024-01-10', first);
		library.approve('2024-01-11', 'c.fo', first);
		library.write('2024-02-10', second);
		library.approve('2024-02-11', 'c.fo', second);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'suspended' });
		expect(library.repository.show().from).toBe('2024-01-11T12:00:00Z');
		expect(library.repository.git('ls-files', 'records').split('\n')).toHaveLength(2);
	});

	it('is nobody’s where two texts were complete by one commit', () => {
		const library = approvedLibrary();
		const [one, other] = [
			{ version: '2.0', ...first },
			{ version: '2.0', ...second },
		];
		library.write('2024-02-01', one);
		library.write('2024-02-02', other);
		const both = {
			...library.approval('2024-02-03', 'c.fo', one),
			...library.approval('2024-02-03', 'c.fo', other),
		};
		library.change('2024-02-03', both, 'c.fo');
		expect(library.on()).toMatchObject({ inForce: '1.0', stands: '2.0', status: 'draft' });
		expect(library.why()).toBe('not evaluated: two texts called 2.0 were complete by one commit');
	});

	it('of two branches, each approved, is that of the first on the mainline; a clean merge is a text nobody signed', () => {
		const library = approvedLibrary();
		const { repository } = library;
		const [one, other] = [
			{ version: '2.0', wording: 'Enter it twice.' },
			{ version: '2.0', contributors: ['b.other'] },
		];
		repository.branch('one');
		library.write('2024-02-01', one);
		library.approve('2024-02-02', 'c.fo', one);
		repository.to('main').branch('other');
		library.write('2024-02-03', other);
		library.approve('2024-02-04', 'c.fo', other);
		repository.to('main').merge('2024-02-05', 'one');
		repository.merge('2024-02-06', 'other');
		const merged = repository.git('show', `HEAD:${documentFile}`);
		expect(merged).toContain('Enter it twice.');
		expect(merged).toContain('b.other');
		expect(library.on()).toEqual({ inForce: '2.0', stands: '2.0', status: 'suspended' });
		expect(repository.show().from).toBe('2024-02-05T12:00:00Z');
	});

	it('written as 2.1.0 in a record is 2.1, and 2.10 is not', () => {
		for (const [number, counts] of [
			['2.1.0', true],
			['2.01', true],
			['2.10', false],
			['2', false],
		] as const) {
			const library = approvedLibrary();
			const words = { version: '2.1' };
			library.write('2024-02-01', words);
			library.approve('2024-02-02', 'c.fo', words, { more: { version: number } });
			expect(library.on().inForce === '2.1', number).toBe(counts);
		}
	});
});

import { describe, expect, it } from 'vitest';
import { approvedLibrary, controlledLibrary, documentFile } from '../support/approvals-library.ts';

describe('the status of the text that stands', () => {
	it('is draft where nobody has signed', () => {
		const library = controlledLibrary();
		library.write('2024-01-10');
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'draft' });
		expect(library.why()).toBe('needs approval by controller');
	});

	it('is in review from the first signature that counts until the last', () => {
		const library = controlledLibrary();
		const words = { lines: ['controller', 'quality review'] };
		library.write('2024-01-10', words);
		library.approve('2024-01-12', 'q.lead', words, { meaning: 'review' });
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'in review' });
		expect(library.why()).toBe('needs approval by controller');
		library.approve('2024-01-15', 'c.fo', words);
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('is approved until the day it states, and effective from then on', () => {
		const library = controlledLibrary();
		const words = { effective: '2024-03-01' };
		library.write('2024-01-10', words);
		library.approve('2024-01-15', 'c.fo', words);
		expect(library.on('2024-02-29')).toEqual({ inForce: null, stands: '1.0', status: 'approved' });
		expect(library.on('2024-03-01')).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('is superseded where an older text stands again', () => {
		const library = approvedLibrary();
		const next = { version: '2.0' };
		library.write('2024-02-01', next);
		library.approve('2024-02-05', 'c.fo', next);
		library.write('2024-03-01');
		expect(library.on()).toEqual({ inForce: '2.0', stands: '1.0', status: 'superseded' });
	});

	it('is suspended where its number is owned by another text, and effective again when changed back', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', { wording: 'Enter it twice.' });
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'suspended' });
		library.write('2024-02-02');
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
	});

	it('is suspended where another text of its number was signed and it was not', () => {
		const library = controlledLibrary();
		const lines = ['controller', 'quality'];
		library.write('2024-01-10', { lines });
		library.approve('2024-01-12', 'q.lead', { lines });
		library.write('2024-01-20', { lines, wording: 'Enter it twice.' });
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'suspended' });
		// Once it is signed itself, it is on its way.
		library.approve('2024-01-22', 'q.lead', { lines, wording: 'Enter it twice.' });
		expect(library.on().status).toBe('in review');
	});

	it('is withdrawn where its version was, and retired where the document was', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo');
		expect(library.on('2024-01-31')).toEqual({ inForce: '1.0', stands: '1.0', status: 'effective' });
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'withdrawn' });
		library.withdraw(
			'2024-03-01',
			'c.fo',
			{},
			{ more: { withdraws: 'document' }, path: 'records/withdrawals/SOP-FIN-900/retired.yaml' },
		);
		expect(library.on()).toEqual({ inForce: null, stands: '1.0', status: 'retired' });
	});

	it('is missing where the file is gone; what was signed stays in force', () => {
		const library = approvedLibrary();
		library.change('2024-02-01', { [documentFile]: null });
		expect(library.on()).toEqual({ inForce: '1.0', stands: null, status: 'missing' });
	});

	it('is retired, not missing, where the document was retired and its file removed', () => {
		const library = approvedLibrary();
		library.withdraw('2024-02-01', 'c.fo', {}, { more: { withdraws: 'document' } });
		library.change('2024-02-02', { [documentFile]: null });
		expect(library.on()).toEqual({ inForce: null, stands: null, status: 'retired' });
		expect(library.on('2024-01-31')).toMatchObject({ inForce: '1.0' });
	});

	it('is draft for a new version beside the one in force: nobody stops a text with a word', () => {
		const library = approvedLibrary();
		library.write('2024-02-01', { version: '1.1', wording: 'Enter it twice.' });
		expect(library.on()).toEqual({ inForce: '1.0', stands: '1.1', status: 'draft' });
	});

	it('is superseded and never in force where a higher number had begun before it could', () => {
		const library = approvedLibrary();
		const late = { version: '2.1', effective: '2024-04-01' };
		const early = { version: '2.2', effective: '2024-03-01' };
		library.write('2024-02-01', late);
		library.approve('2024-02-02', 'c.fo', late);
		library.write('2024-02-03', early);
		library.approve('2024-02-04', 'c.fo', early);
		library.write('2024-02-10', late);
		expect(library.on('2024-02-15')).toEqual({ inForce: '1.0', stands: '2.1', status: 'approved' });
		expect(library.on('2024-03-15')).toEqual({ inForce: '2.2', stands: '2.1', status: 'superseded' });
		expect(library.on('2024-04-15')).toEqual({ inForce: '2.2', stands: '2.1', status: 'superseded' });
		expect(library.why('--on', '2024-04-15')).toContain('never in force');
	});
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { folderPart, pathPart, pathPartWithoutDash } from '../../../../src/model/record/path-part.ts';
import { recordKindOf, recordKinds } from '../../../../src/model/record/record-kind.ts';
import { recordPath, recordPathFits } from '../../../../src/model/record/record-path.ts';
import { approval, training } from '../../../support/record-context.ts';

/** What a part says, as long as it was not cut. */
function read(part: string): string {
	if (part === '%') return '';
	const capitals = part.replace(/\+([a-z])/g, (_, letter: string) => letter.toUpperCase());
	return decodeURIComponent(capitals);
}

const { how: _, ...envelope } = training();

describe('the path of a record', () => {
	it('says about what, who and when', () => {
		expect(recordPath('approvals', approval({ person: 'anna-maria.roe', role: 'accounts-payable' }))).toBe(
			'records/approvals/SOP-FIN-002/2.1/9f86d081884c/anna%2dmaria.roe-accounts-payable-approval.yaml',
		);
		expect(recordPath('approvals', approval(), 2)).toBe(
			'records/approvals/SOP-FIN-002/2.1/9f86d081884c/jane.doe-controller-approval+2.yaml',
		);
		expect(recordPath('reviews', { ...envelope, meaning: 'review', verdict: 'keep' })).toBe(
			'records/reviews/SOP-FIN-002/2026-11-22T120000Z-jane.doe.yaml',
		);
		expect(recordPath('withdrawals', { ...envelope, meaning: 'withdrawal', withdraws: 'version' })).toBe(
			'records/withdrawals/SOP-FIN-002/2026-11-22T120000Z-jane.doe-version-9f86d081884c.yaml',
		);
		expect(recordPath('exceptions', { ...envelope, meaning: 'exception', exception: 'late-statement' })).toBe(
			'records/exceptions/SOP-FIN-002/2026-11-22T120000Z-jane.doe-late-statement.yaml',
		);
		const answers = 'records/feedback/SOP-FIN-002/2026-11-22T120000Z-jane.doe.yaml';
		expect(recordPath('feedback', { ...envelope, meaning: 'answer', answers })).toBe(
			'records/feedback/SOP-FIN-002/2026-11-22T120000Z-jane.doe-answer.yaml',
		);
		expect(recordPath('feedback', { ...envelope, meaning: 'feedback' })).toBe(
			'records/feedback/SOP-FIN-002/2026-11-22T120000Z-jane.doe.yaml',
		);
		expect(recordPath('training', training())).toBe('records/training/jane.doe/2026.jsonl');
		expect(recordPath('runs', { ...envelope, meaning: 'run', run: '2026-11' })).toBe(
			'records/runs/SOP-FIN-002/2026-11.jsonl',
		);
	});

	it('fits the record that it is of, and no other', () => {
		for (const nth of [1, 2, 17])
			expect(recordPathFits('approvals', approval(), recordPath('approvals', approval(), nth))).toBe(true);
		for (const file of [
			recordPath('approvals', approval({ person: 'john.roe' })),
			recordPath('approvals', approval({ digest: 'sha256:0' })),
			recordPath('approvals', approval()).replace('.yaml', '+1.yaml'),
			recordPath('approvals', approval()).replace('.yaml', '+02.yaml'),
			recordPath('approvals', approval()).replace('SOP-', 'sop-'),
			'',
		])
			expect(recordPathFits('approvals', approval(), file)).toBe(false);
	});

	it('differs for the two whose names run into one another', () => {
		const one = recordPath('approvals', approval({ person: 'jane-doe', role: 'cfo' }));
		expect(recordPath('approvals', approval({ person: 'jane', role: 'doe-cfo' }))).not.toBe(one);
	});

	it('differs where only the case does, as file systems blind to case see it', () => {
		const lower = ['JDoe', 'jdoe', 'Jdoe'].map((person) => recordPath('training', training({ person })));
		expect(new Set(lower.map((path) => path.toLowerCase())).size).toBe(3);
	});
});

const hostile = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 80 }),
	fc.constantFrom(
		'../x',
		'..',
		'.',
		'',
		'/etc/passwd',
		'C:\\x',
		'con',
		'CON',
		'nul.txt',
		'com1',
		'.git',
		'a.',
		'a ',
		'%2e',
		'+a',
		'A',
		'ä',
		'a\u0308',
		'x'.repeat(64),
		'x'.repeat(65),
		`${'x'.repeat(64)}y`,
		'🎉'.repeat(40),
		'\u0000',
		'\n',
		'-x',
		'a-b',
		'a--b',
	),
);

test('no part leaves its folder, is another name to Windows, or is too long', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			for (const part of [pathPart(text), pathPartWithoutDash(text), folderPart(text)]) {
				expect(part).toMatch(/^[A-Za-z0-9_%+-](?:[A-Za-z0-9._%+-]*[A-Za-z0-9_%+-])?$/);
				expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
				expect(part.length).toBeLessThanOrEqual(64);
			}
			expect(pathPartWithoutDash(text)).not.toContain('-');
		}),
		{ numRuns: 2000 },
	);
});

test('every part tells its text, but for the end of a long one', () => {
	fc.assert(
		fc.property(hostile, (text) => {
			for (const part of [pathPart(text), pathPartWithoutDash(text), folderPart(text)])
				if (!part.includes('%h')) expect(read(part)).toBe(text);
		}),
		{ numRuns: 2000 },
	);
});

test('no two texts have one part, also where file systems are blind to case', () => {
	fc.assert(
		fc.property(hostile, hostile, (one, other) => {
			fc.pre(one !== other);
			expect(pathPart(one).toLowerCase()).not.toBe(pathPart(other).toLowerCase());
			expect(pathPartWithoutDash(one).toLowerCase()).not.toBe(pathPartWithoutDash(other).toLowerCase());
			expect(folderPart(one)).not.toBe(folderPart(other));
		}),
		{ numRuns: 5000 },
	);
});

test('a record is of its kind by its path, and two records of two people have two', () => {
	const two = fc.record({ document: hostile, version: hostile, person: hostile, role: hostile, at: hostile });
	fc.assert(
		fc.property(two, two, fc.constantFrom(...recordKinds), (one, other, kind) => {
			const pathOf = (value: object) => recordPath(kind, { ...envelope, ...value } as never);
			expect(recordKindOf(pathOf(one))).toBe(kind);
			expect(pathOf(one).split('/')).not.toContain('..');
			fc.pre(one.person !== other.person && kind !== 'runs');
			expect(pathOf(one)).not.toBe(pathOf(other));
		}),
		{ numRuns: 2000 },
	);
});

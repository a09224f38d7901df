import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuditInput } from '../../../src/audit/audit-input.ts';
import { countOfShown } from '../../../src/audit/count-records.ts';
import { registerCount } from '../../../src/audit/register-words.ts';
import { shellWord } from '../../../src/model/shell-word.ts';
import { auditInput, personIn, type WrittenLibrary } from '../../support/audit-input.ts';
import { cleanEnvironment } from '../../support/run-sop.ts';
import { commitAll, git, temporaryFolder } from '../../support/temporary-library.ts';

/** What a command prints at the top of a repository, without blanks around it. */
function printed(folder: string, command: string): string {
	const options = { cwd: folder, encoding: 'utf8', env: cleanEnvironment() } as const;
	return execFileSync('sh', ['-c', command], options).trim();
}

/** A library whose records stand in a real repository, each day of it brought by a merge, with the ids of its commits. */
function committed(written: WrittenLibrary): { readonly folder: string; readonly input: AuditInput } {
	const prefix = "the books' rules/";
	const input = auditInput({ ...written, prefix });
	const folder = temporaryFolder();
	const write = (file: string, text: string) => {
		const path = join(folder, prefix, file);
		mkdirSync(dirname(path), { recursive: true });
		appendFileSync(path, text);
	};
	const { records, mainline } = input;
	const shown = [...records.training, ...records.reviews, ...records.exceptions, ...records.broken];
	const ids: string[] = [];
	for (let position = 0; position < mainline.length; position++) {
		if (position > 0) git(folder, 'switch', '--quiet', '--create', `side-${position}`);
		for (const one of shown.filter((record) => record.position === position))
			write(one.file, `${'value' in one ? JSON.stringify(one.value) : one.problem}\n`);
		if (position === 0) {
			write(
				'registers/people.yaml',
				'format: 1\npeople:\n  - id: ann\n    roles:\n      - role: clerk\n  - id: bob\n',
			);
			commitAll(folder);
			git(folder, 'config', 'color.ui', 'always');
			git(folder, 'config', 'log.showSignature', 'false');
		} else {
			commitAll(folder);
			git(folder, 'switch', '--quiet', 'main');
			git(folder, 'merge', '--quiet', '--no-ff', '--no-edit', `side-${position}`);
		}
		ids.push(git(folder, 'rev-parse', 'HEAD').trim());
	}
	const at: AuditInput['mainline']['at'] = (position) => {
		const commit = mainline.at(position);
		return commit && { ...commit, id: ids[position] ?? '' };
	};
	return { folder, input: { ...input, mainline: { length: mainline.length, at } } };
}

const training = { person: 'ann', role: 'clerk', what: 'Paying invoices' };
const review = { person: 'ann', role: 'clerk', verdict: 'keep', reason: 'Nothing has changed' } as const;
const exception = {
	person: 'bob',
	role: 'clerk',
	exception: 'late',
	reason: 'x',
	from: '2026-01-01',
	until: '2026-05-01',
};

describe('the commands by which a reader counts records', () => {
	it('print what the list says, in a real repository', () => {
		const { folder, input } = committed({
			registers: [{ on: '2025-01-01', people: [personIn('ann', 'clerk'), personIn('bob', 'clerk')] }],
			records: {
				training: [
					{ ...training, on: '2025-12-01' },
					{ ...training, on: '2026-01-15' },
					{ ...training, on: '2026-02-15' },
					{ ...training, person: 'bob', on: '2026-02-15' },
					{ ...training, on: '2026-04-15' },
				],
				reviews: [
					{ ...review, on: '2025-12-02' },
					{ ...review, on: '2026-03-31T22:30:00Z' },
					{ ...review, on: '2026-04-01T00:30:00Z' },
				],
				exceptions: [{ ...exception, person: 'Bob Ö', on: '2026-01-15' }],
			},
			broken: [
				{
					kind: 'training',
					file: 'records/training/ann/2026.jsonl',
					line: 3,
					problem: '{ "no":',
					on: '2026-02-16',
				},
				{
					kind: 'reviews',
					file: 'records/reviews/X/a.yaml',
					line: undefined,
					problem: 'no: [',
					on: '2026-02-16',
				},
			],
		});
		const kinds = ['training', 'reviews', 'exceptions'] as const;
		const counted = kinds.map((kind) =>
			(['in the period', 'by the end of the period'] as const).flatMap((when) =>
				countOfShown(input, kind, when).map(({ gives, command }) => [gives, printed(folder, command)]),
			),
		);
		expect(counted).toEqual([
			[
				['4', '4'],
				['5', '5'],
			],
			[
				['2', '2'],
				['3', '3'],
			],
			[
				['1', '1'],
				['1', '1'],
			],
		]);
		const [people] = registerCount(input, 'people', 2);
		expect(printed(folder, people?.command ?? '')).toBe(people?.gives);
	});

	it('are not given where nothing can be counted', () => {
		const input = auditInput({ records: { reviews: [{ ...review, on: '2026-05-01' }] } });
		expect(countOfShown(input, 'reviews', 'in the period')).toEqual([]);
		const partial = auditInput({ records: { reviews: [{ ...review, on: '2026-01-05' }] } });
		expect(
			countOfShown(
				{ ...partial, records: { ...partial.records, missing: ['a'] } },
				'reviews',
				'in the period',
			),
		).toEqual([]);
	});

	it('take no word of a path for more than a word', () => {
		expect(printed('/', `printf %s ${shellWord("a'; touch x; $(id) `id`\n")}`)).toBe(
			"a'; touch x; $(id) `id`",
		);
		expect(shellWord('records/training')).toBe('records/training');
	});
});

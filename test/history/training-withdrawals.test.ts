import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/model/digest.ts';
import {
	approvedLibrary,
	controlledText,
	digestOfText,
	everybody,
	keyOf,
	libraryId,
	person,
	type RecordWords,
} from '../support/approvals-library.ts';
import { sopId } from '../support/history-repository.ts';
import { train } from '../support/training-library.ts';

const file = 'records/training/ann/2024.jsonl';
const training = {
	format: 1,
	library: libraryId,
	document: sopId,
	version: '1.0',
	digest: digestOfText(controlledText()),
	person: 'ann',
	role: 'clerk',
	meaning: 'training',
	at: '2024-02-01T09:00:00Z',
	what: 'Paying invoices',
};
const line = `${JSON.stringify(training)}\n`;

/** An approved SOP, and Ann whose training was recorded on 1 February. */
function trainedLibrary(text = line) {
	const library = approvedLibrary({ people: [...everybody(), person('ann', ['clerk'])] });
	library.change('2024-02-01', { [file]: text });
	const ofAnn = (...words: readonly string[]) => {
		const [row] = train(library.repository, '--person', 'ann', '--role', 'clerk', ...words).trainings;
		return `${row?.status}: ${row?.why}`;
	};
	const withdraw = (when: string, id: string, more: object = {}, options: RecordWords = {}) =>
		library.withdraw(
			when,
			id,
			{},
			{
				...options,
				more: { withdraws: 'record', record: file, line: 1, line_digest: digestOf(training), ...more },
			},
		);
	return { library, ofAnn, withdraw };
}

const trained = 'trained: trained on 2024-02-01; repeated every 1 year';
const withdrawn = 'untrained: asked since 2024-01-15; its record was withdrawn on 2024-03-01';

describe('a training that was recorded by mistake', () => {
	it('counts no more once the mainline shows that it is withdrawn, and stays as it was known before', () => {
		const { library, ofAnn, withdraw } = trainedLibrary();
		expect(ofAnn('--on', '2024-03-02')).toBe(trained);
		withdraw('2024-03-01', 'c.fo', { from: '2024-01-01' });
		expect(ofAnn('--on', '2024-03-02')).toBe(withdrawn);
		expect(ofAnn('--on', '2024-02-29')).toBe(trained);
		expect(ofAnn('--as-of', '2024-02-29')).toBe(trained);
		// The text is in force all the same, and its line stands.
		expect(library.on()).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(library.repository.sop('lint', '--format', 'line').stdout).not.toContain('record/without-effect');
	});

	it('is shown anew by another record, and by no copy of the one that was withdrawn', () => {
		const { library, ofAnn, withdraw } = trainedLibrary();
		withdraw('2024-03-01', 'c.fo');
		library.change('2024-03-02', {
			'records/training/ann/2023.jsonl': line,
			[file]: line + line.replace('{', '{ '),
		});
		expect(ofAnn('--on', '2024-03-05')).toBe(withdrawn);
		library.change('2024-03-03', {
			[file]: line + line.replace('{', '{ ') + line.replace('2024-02-01', '2024-03-03'),
		});
		expect(ofAnn('--on', '2024-03-05')).toBe('trained: trained on 2024-03-03; repeated every 1 year');
	});

	it('is one line: those beside it count, wherever it stands', () => {
		const other = `${JSON.stringify({ ...training, at: '2024-01-20T09:00:00Z' })}\n`;
		const { ofAnn, withdraw } = trainedLibrary(other + line);
		withdraw('2024-03-01', 'c.fo');
		expect(ofAnn('--on', '2024-03-05')).toBe('trained: trained on 2024-01-20; repeated every 1 year');
	});

	it.each<readonly [string, string, object, RecordWords, string]>([
		['somebody whom section 15 does not name', 'q.lead', {}, {}, 'section 15 does not name the role quality'],
		['whoever was trained', 'ann', {}, {}, 'section 15 does not name the role clerk'],
		['the key of somebody else', 'c.fo', {}, { key: keyOf('jane.doe') }, 'key'],
		[
			'no digest of the line',
			'c.fo',
			{ line_digest: undefined },
			{},
			`it does not say which line of ${file} it is about`,
		],
		[
			'the digest of no line',
			'c.fo',
			{ line_digest: digestOf({}) },
			{},
			`it names no training that was known then: ${file}`,
		],
		[
			'another file',
			'c.fo',
			{ record: 'records/training/bob/2024.jsonl' },
			{},
			'it names no training that was known then: records/training/bob/2024.jsonl',
		],
		['another document', 'c.fo', { document: 'SOP-FIN-901' }, {}, ''],
	])('still counts where the withdrawal is by %s', (_, id, more, options, cause) => {
		const { library, ofAnn, withdraw } = trainedLibrary();
		withdraw('2024-03-01', id, more, options);
		expect(ofAnn('--on', '2024-03-05')).toBe(trained);
		const { stdout } = library.repository.sop('lint', '--format', 'line', '--rule', 'record/without-effect');
		expect(stdout).toContain(cause);
		expect(stdout).toContain('records/withdrawals/');
	});

	it('is not withdrawn before it was known', () => {
		const library = approvedLibrary({ people: [...everybody(), person('ann', ['clerk'])] });
		library.withdraw(
			'2024-01-20',
			'c.fo',
			{},
			{
				more: { withdraws: 'record', record: file, line: 1, line_digest: digestOf(training) },
			},
		);
		library.change('2024-02-01', { [file]: line });
		expect(train(library.repository, '--person', 'ann', '--role', 'clerk').trainings[0]).toMatchObject({
			status: 'trained',
		});
	});
});

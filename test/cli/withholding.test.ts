import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { configText, emptyRepository, type HistoryRepository, sopId, sopText } from '../support/history-repository.ts';

// What is classified too high for a reader appears in no output, and stays in every count.

const canary = 'Kanarienvogel';
/** The text with the word in every text that may be any, and in comments at every kind of place. */
function withCanary(text: string, version = '1.0', more: Record<string, unknown> = {}): string {
	const fixed = new Set(['format', 'id', 'version', 'effective', 'date', 'every', 'meaning', 'resume', 'goto', 'next', 'limit', 'within', 'retention']);
	const sing = (value: unknown, key: string): unknown => {
		if (typeof value === 'string') return fixed.has(key) ? value : `${value} ${canary}`;
		if (Array.isArray(value)) return value.map((one) => sing(one, key));
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, sing(one, name)]));
	};
	const value = sing(parse(text), '') as Record<string, unknown>;
	const whole = { ...value, version, classification: 'restricted', ...more, [`x-${canary}`]: canary };
	return `# ${canary} above\n${stringify(whole).replace('\ntitle:', `\n# ${canary} between\ntitle:`)}# ${canary} below\n`;
}

/** Restricted and internal documents in every state there is, beside one another. */
function library(): HistoryRepository {
	const repository = emptyRepository();
	const review = (text: string) => text.replace('every: 1 year', 'every: 3 months');
	repository.commit(
		'2024-01-02',
		{
			'sop.config.yaml': configText(),
			'a.sop.yaml': sopText(),
			[`${canary}/first.sop.yaml`]: withCanary(review(sopText({ id: 'SOP-FIN-901' }))),
			[`broken-${canary}.sop.yaml`]: `id: SOP-FIN-902\ntitle: "${canary}\nversion: "1.0"\n`,
			[`was-${canary}.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-903' })),
			[`nameless-${canary}.sop.yaml`]: `title: "${canary}\n`,
		},
		{ message: `Of the ${canary}` },
	);
	repository.move(`${canary}/first.sop.yaml`, `${canary}/second.sop.yaml`);
	repository.commit(
		'2024-02-02',
		{
			[`${canary}/second.sop.yaml`]: withCanary(review(sopText({ id: 'SOP-FIN-901' })), '1.1'),
			// Lowered: what stands may be told, what it was may not.
			[`was-${canary}.sop.yaml`]: null,
			'was.sop.yaml': sopText({ id: 'SOP-FIN-903', version: '1.1' }),
			// Raised, in a draft under a number that comes later.
			'a.sop.yaml': sopText({ version: '1.1', wording: 'Enter it.' }),
			[`twice-${canary}.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-904' })),
			[`twice-${canary}-2.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-904' })),
			[`gone-${canary}.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-905' })),
			'raised.sop.yaml': sopText({ id: 'SOP-FIN-907' }),
			'open.sop.yaml': sopText({ id: 'SOP-FIN-909' }),
		},
		{ message: `More ${canary}` },
	);
	repository.commit(
		'2024-03-02',
		{
			[`gone-${canary}.sop.yaml`]: null,
			'raised.sop.yaml': withCanary(sopText({ id: 'SOP-FIN-907' }), '2.0', { effective: '2025-06-01' }),
		},
		{ message: 'Harmless' },
	);
	repository.branch(`side`).commit('2024-03-03', {
		[`side-${canary}.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-908' })),
	});
	repository.to('main').write({
		[`${canary}/second.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-901' }), '1.2'),
		[`draft-${canary}.sop.yaml`]: withCanary(sopText({ id: 'SOP-FIN-906' })),
		'was.sop.yaml': withCanary(sopText({ id: 'SOP-FIN-903', version: '1.2' })),
		[`copy-${canary}.sop.yaml`]: withCanary(sopText()),
	});
	return repository;
}

const ids = [sopId, ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `SOP-FIN-90${number}`)];
const calls: readonly (readonly string[])[] = [
	...['table', 'json', 'csv'].flatMap((format) => [
		['list', '--format', format],
		['list', '--as-of', '2024-02-15', '--format', format],
		['list', '--owner', `controller kanarienvogl`, '--format', format],
		['list', '--function', `finance Kanarienvogl`, '--format', format],
		['list', '--status', 'effective', '--format', format],
		['find', 'invoice', '--format', format],
		['find', 'invoice', '--work', '--format', format],
		['due', '--within', '9 years', '--format', format],
		['handoffs', '--format', format],
		['handoffs', '--work', '--by-tool', '--format', format],
		['feedback', '--format', format],
	]),
	...['pretty', 'line', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown'].map((format) => ['lint', '--preset', 'strict', '--format', format]),
	...ids.flatMap((id) => [
		...['pretty', 'yaml', 'canonical', 'json', 'mermaid'].flatMap((format) => [
			['show', id, '--why', '--format', format],
			['show', `${id}@work`, '--format', format],
			['show', `${id}@1.0`, '--format', format],
			['show', id, '--on', '2024-02-20', '--format', format],
		]),
		...['pretty', 'json', 'csv'].map((format) => ['history', id, '--format', format]),
		...['terminal', 'markdown', 'json'].flatMap((format) => [
			['diff', id, '--format', format],
			['diff', id, '1.0', '1.1', '--format', format],
			['diff', id, 'HEAD~1', 'HEAD', '--format', format],
		]),
	]),
	...['terminal', 'markdown', 'json'].flatMap((format) => [
		['diff', '--changed', 'HEAD', '--format', format],
		['diff', '--changed', 'HEAD~2', '--format', format],
	]),
];

describe('--max-classification', () => {
	it('tells nothing of what is classified higher, whatever is asked', () => {
		const repository = library();
		let withheld = 0;
		for (const call of calls) {
			const { code, stdout, stderr } = repository.sop(...call, '--max-classification', 'internal');
			expect(`${stdout}${stderr}`.toLowerCase(), call.join(' ')).not.toContain(canary.toLowerCase());
			expect([0, 1, 2, 3], `${call.join(' ')}: ${stderr}`).toContain(code);
			if (/withheld/i.test(stdout + stderr)) withheld++;
		}
		expect(withheld).toBeGreaterThan(calls.length / 2);
		// Without the flag it is all there: the test would see it.
		const some = calls.filter((_, index) => index % 7 === 0);
		const open = some.filter((call) => repository.sop(...call).stdout.includes(canary));
		expect(open.length).toBeGreaterThan(some.length / 3);
	}, 240_000);

	it('keeps every document in the count, by its id and digest', () => {
		const repository = library();
		const listed = (...words: string[]) =>
			JSON.parse(repository.sop('list', '--format', 'json', ...words).stdout).documents as Record<string, unknown>[];
		const limited = listed('--max-classification', 'internal');
		const withheld = limited.filter((one) => 'withheld' in one);
		for (const one of withheld) expect(Object.keys(one)).toEqual(['id', 'digest', 'withheld']);
		expect(new Set(limited.map(({ id }) => id))).toEqual(
			new Set([...listed().map(({ id }) => id), 'SOP-FIN-902', null]),
		);
		expect(limited.filter((one) => !('withheld' in one)).map(({ id }) => id)).toEqual(['SOP-FIN-909']);
		expect(listed('--max-classification', 'restricted').length).toBeGreaterThan(5);
	});

	it('tells what may be told as it does without a limit', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', { 'sop.config.yaml': configText(), 'a.sop.yaml': sopText() });
		repository.commit('2024-02-02', { 'a.sop.yaml': sopText({ version: '1.1', wording: 'Enter it.' }) });
		for (const call of [
			['show', sopId],
			['show', sopId, '--format', 'yaml'],
			['history', sopId],
			['diff', sopId, '1.0', '1.1'],
			['diff', sopId, '1.0', '1.1', '--format', 'markdown'],
			['find', 'invoice', '--format', 'json'],
		])
			expect(repository.sop(...call, '--max-classification', 'internal')).toEqual(repository.sop(...call));
	});

	it('does not tell by what it finds, or by what it lists, what a withheld document says', () => {
		const repository = library();
		const found = (...words: string[]) => JSON.parse(repository.sop(...words, '--format', 'json', '--max-classification', 'internal').stdout);
		expect(found('find', 'Kanarienvogel').hits).toEqual(found('find', 'Nachtigall').hits);
		const rows = (owner: string) => found('list', '--owner', owner).documents.filter((one: object) => 'withheld' in one);
		expect(rows('controller').length).toBeGreaterThan(3);
	});

	it('tells what is in force where only what stands beside it is classified higher', () => {
		const { code, stdout } = library().sop('show', 'SOP-FIN-907', '--format', 'json', '--max-classification', 'internal');
		expect(code).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({
			inForce: true,
			version: '1.0',
			content: { title: 'Pay an invoice' },
			standing: { version: '2.0', status: 'approved', why: ['withheld: classification'] },
		});
	});

	it('takes a text that was only classified anew, under the same number, as its file says now', () => {
		const repository = emptyRepository();
		repository.commit('2024-01-02', { 'sop.config.yaml': configText(), 'a.sop.yaml': sopText() });
		const restricted = sopText().replace('classification: internal', 'classification: restricted');
		repository.commit('2024-02-02', { 'a.sop.yaml': restricted });
		const limit = ['--max-classification', 'internal'];
		expect(repository.sop('show', sopId, ...limit).stdout).toMatch(/^SOP-FIN-900 sha256:\w+, withheld/);
		expect(repository.sop('show', sopId).stdout).toContain('Classification: restricted');
		expect(repository.sop('find', 'invoice', ...limit).stdout).not.toContain('Pay an');
		expect(repository.sop('list', ...limit).stdout).not.toContain('Pay an');
	});

	it('takes the higher of two contents, and tells a message of no commit that touched what is withheld', () => {
		const repository = library();
		const limit = ['--max-classification', 'internal', '--format', 'json'];
		expect(JSON.parse(repository.sop('diff', 'SOP-FIN-903', '1.0', '1.1', ...limit).stdout)).toEqual({
			format: 1,
			document: 'SOP-FIN-903',
			withheld: 'classification',
			from: { digest: expect.stringMatching(/^sha256:/) },
			to: { digest: expect.stringMatching(/^sha256:/) },
		});
		const { changes } = JSON.parse(repository.sop('history', sopId, ...limit).stdout);
		expect(changes.map(({ subject }: { subject: string }) => subject)).toEqual([
			'withheld: classification',
			'withheld: classification',
		]);
	});

	it('takes the class of the config for what states none, as the mainline has it', () => {
		const repository = emptyRepository();
		const config = configText('defaults: { classification: confidential }\n');
		const text = sopText().replace('classification: internal\n', '');
		repository.commit('2024-01-02', { 'sop.config.yaml': config, 'a.sop.yaml': text });
		repository.write({ 'sop.config.yaml': configText('defaults: { classification: public }\n') });
		const shown = (...words: string[]) => repository.sop('show', sopId, ...words).stdout;
		expect(shown('--max-classification', 'internal')).toMatch(/^SOP-FIN-900 sha256:\w+, withheld: classification, above internal\n$/);
		expect(shown('--max-classification', 'confidential')).toContain('\n  Classification: confidential\n');
		expect(JSON.parse(repository.sop('list', '--format', 'json', '--max-classification', 'internal').stdout).documents).toEqual([
			{ id: sopId, digest: expect.stringMatching(/^sha256:/), withheld: 'classification' },
		]);
	});

	it('takes a class that there is not for the highest', () => {
		const repository = emptyRepository();
		const text = sopText().replace('classification: internal', 'classification: secret');
		repository.commit('2024-01-02', { 'sop.config.yaml': configText(), 'a.sop.yaml': text });
		expect(repository.sop('show', sopId, '--max-classification', 'confidential').stdout).toContain('withheld');
	});

	it('takes only the classes that there are', () => {
		const { code, stderr } = library().sop('list', '--max-classification', 'secret');
		expect(code).toBe(2);
		expect(stderr).toContain('public, internal, confidential, restricted');
	});
});

describe('without a limit', () => {
	it('printed documents bear their class', () => {
		const repository = emptyRepository();
		const text = (version: string, wording: string, stated: string) =>
			sopText({ version, wording }).replace('classification: internal\n', stated);
		repository.commit('2024-01-02', { 'sop.config.yaml': configText(), 'a.sop.yaml': text('1.0', 'One.', 'classification: confidential\n') });
		repository.commit('2024-02-02', { 'a.sop.yaml': text('1.1', 'Two.', '') });
		expect(repository.sop('show', sopId).stdout).toContain('\n  Classification: internal\n');
		expect(repository.sop('show', sopId, '--format', 'mermaid').stdout).toMatch(/^%% classification: internal\n/);
		expect(JSON.parse(repository.sop('show', sopId, '--format', 'json').stdout).classification).toBe('internal');
		expect(repository.sop('diff', sopId, '1.0', '1.1', '--format', 'markdown').stdout).toContain('**Classification: confidential**');
	});
});

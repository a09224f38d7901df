import { describe, expect, it } from 'vitest';
import { controlMatrix } from '../../../src/audit/sections/control-matrix.ts';
import {
	auditedInput,
	documentOf,
	type InputParts,
	recordOf,
	textOf,
	versionOf,
} from '../../support/audited.ts';
import { smallSop } from '../../support/temporary-library.ts';

const version = versionOf('1.0', '2026-01-05');
const answering = (id: string, satisfies: string, more = {}) =>
	documentOf(id, {
		text: textOf(`${smallSop}satisfies:\n${satisfies}`),
		versions: [{ version, text: undefined }],
		...more,
	});
const controls = {
	controls: [
		{
			id: 'FIN-C1',
			title: 'Each invoice is paid once',
			key: true,
			clauses: ['ISO 9001:2015 7.5.2 a', 'CC5.3'],
		},
		{ id: 'FIN-C2', title: 'Banks are reconciled', key: true },
		{ id: 'FIN-C3', title: 'Desks are tidy', key: false },
	],
};
const matrixOf = (parts: InputParts) => {
	const section = controlMatrix(auditedInput(parts));
	return {
		check: (name: string) => section.checks.find((check) => check.name === name),
		rows: (name: string) =>
			section.lists.find((list) => list.name === name)?.rows.map(({ cells }) => cells) ?? [],
	};
};

describe('the control matrix', () => {
	const document = answering(
		'SOP-FIN-001',
		'  - control: FIN-C1\n    how: Three-way match\n  - control: 21 CFR 11.10(e)\n',
	);

	it('shows each answer with its version, clauses and approvals, and each control without any', () => {
		const approval = (person: string, digest: string) =>
			recordOf(
				'approvals',
				'2026-01-06',
				{ document: 'SOP-FIN-001', digest, person },
				{ file: `records/approvals/${person}.yaml` },
			);
		const { rows, check } = matrixOf({
			documents: [document],
			controls,
			records: {
				approvals: [
					approval('zoe', version.digest ?? ''),
					approval('ann', version.digest ?? ''),
					approval('max', 'other'),
				],
			},
		});
		expect(rows('control-matrix')).toMatchObject([
			{ control: null, names: '21 CFR 11.10(e)', document: 'SOP-FIN-001', result: 'answered' },
			{
				control: 'FIN-C1',
				isKey: true,
				names: 'FIN-C1',
				document: 'SOP-FIN-001',
				version: '1.0',
				how: 'Three-way match',
				clauses: ['ISO 9001:2015 7.5.2 a', 'CC5.3'],
				evidence: ['records/approvals/ann.yaml', 'records/approvals/zoe.yaml'],
				result: 'answered',
			},
			{ control: 'FIN-C2', isKey: true, document: null, result: 'not answered' },
			{ control: 'FIN-C3', isKey: false, document: null, result: 'not answered' },
		]);
		expect(check('controls/key-controls-covered')).toMatchObject({
			result: 'does not hold',
			counts: { looked: 2, holds: 1 },
			items: [{ key: 'FIN-C2', detail: 'no document in force answers it' }],
		});
		expect(check('controls/known')?.result).toBe('holds');
		expect(check('controls/key-controls-executed')).toMatchObject({
			result: 'not evaluated',
			cause: 'no runs recorded',
		});
	});

	it('does not count what is not in force, and cannot tell where that cannot be told', () => {
		const draft = answering('SOP-FIN-001', '  - control: FIN-C1\n', { versions: [] });
		expect(
			matrixOf({ documents: [draft], controls }).check('controls/key-controls-covered')?.items,
		).toHaveLength(2);
		const unseen = documentOf('SOP-FIN-002', { state: { notEvaluated: 'a shallow clone' } });
		expect(
			matrixOf({ documents: [draft, unseen], controls }).check('controls/key-controls-covered'),
		).toMatchObject({
			result: 'not evaluated',
			cause: 'no document in force is seen to answer it, but what is in force of 1 document cannot be told',
		});
	});

	it('shows nothing of documents out of scope, and does not hold a control that they answer to be open', () => {
		const outside = answering('SOP-FIN-009', '  - control: FIN-C2\n  - control: CC5.3\n', {
			isInScope: false,
		});
		const { rows, check } = matrixOf({ documents: [document, outside], controls, frameworks: ['soc-2'] });
		expect(check('controls/key-controls-covered')).toMatchObject({
			result: 'not evaluated',
			cause: 'only documents outside the scope of this packet answer it',
		});
		expect(JSON.stringify([rows('control-matrix'), rows('clauses')])).not.toContain('SOP-FIN-009');
		expect(rows('control-matrix')).toContainEqual(
			expect.objectContaining({ control: 'FIN-C2', result: 'answered outside the scope' }),
		);
	});

	it('finds controls that neither the register nor a pack has', () => {
		const wrong = answering(
			'SOP-FIN-002',
			'  - control: FIN-C7\n  - control: 21 CFR 11.99\n  - control: FIN-C1\n',
		);
		expect(matrixOf({ documents: [wrong], controls }).check('controls/known')).toMatchObject({
			result: 'does not hold',
			items: [{ key: 'SOP-FIN-002@1.0', detail: 'no register and no clause pack has FIN-C7, 21 CFR 11.99' }],
		});
	});

	it('cannot hold that all controls are known where it cannot be told what is in force', () => {
		const unseen = documentOf('SOP-FIN-003', { state: { notEvaluated: 'a shallow clone' } });
		expect(matrixOf({ documents: [document, unseen], controls }).check('controls/known')).toMatchObject({
			result: 'not evaluated',
			counts: { looked: 2, holds: 1 },
			cause: 'a shallow clone',
		});
	});

	it('names the missing register as the cause', () => {
		const { check } = matrixOf({ documents: [document] });
		const missing = {
			result: 'not evaluated',
			cause: 'no controls register',
			cure: expect.stringContaining('controls.yaml'),
		};
		expect(check('controls/key-controls-covered')).toMatchObject(missing);
		expect(check('controls/known')).toMatchObject(missing);
	});

	it('covers a clause through a control or by name, and leaves no clause that nobody names good or bad', () => {
		const { rows, check } = matrixOf({
			documents: [document],
			controls,
			config: { frameworks: ['iso-9001', 'cfr-11', 'soc-2', 'cfr-820'] },
		});
		const covered = rows('clauses').filter(({ result }) => result === 'covered');
		expect(covered).toMatchObject([
			{ framework: 'cfr-11', clause: '21 CFR 11.10', documents: ['SOP-FIN-001'], controls: [] },
			{
				framework: 'iso-9001',
				clause: 'ISO 9001:2015 7.5.2',
				documents: ['SOP-FIN-001'],
				controls: ['FIN-C1'],
			},
			{ framework: 'soc-2', documents: ['SOP-FIN-001'], controls: ['FIN-C1'] },
		]);
		expect(check('clauses/covered-cfr-11')).toMatchObject({
			result: 'not evaluated',
			counts: { holds: 1, doesNotHold: 0 },
			cause: 'no document or control names it',
		});
		// Reserved since 2 February 2026: nobody has to answer it.
		expect(rows('clauses').map(({ clause }) => clause)).not.toContain('21 CFR 820.40');
		expect(rows('clauses').map(({ clause }) => clause)).toContain('21 CFR 820.35');
	});

	it('is about the frameworks of the call alone where it names some', () => {
		const parts = { documents: [document], config: { frameworks: ['iso-9001', 'cfr-11'] } };
		const names = (frameworks: readonly string[]) =>
			controlMatrix(auditedInput({ ...parts, frameworks }))
				.checks.map(({ name }) => name)
				.filter((name) => name.startsWith('clauses/'));
		expect(names(['cfr-11'])).toEqual(['clauses/covered-cfr-11']);
		expect(names([])).toEqual(['clauses/covered-iso-9001', 'clauses/covered-cfr-11']);
		expect(matrixOf({ documents: [document] }).check('clauses/covered')).toMatchObject({
			result: 'not evaluated',
			cause: 'no framework is named that there is a clause pack for',
		});
	});
});

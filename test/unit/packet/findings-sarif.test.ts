import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { type FindingsTold, findingsSarif } from '../../../src/packet/findings-sarif.ts';
import { auditedLint, comment, finding } from '../../support/annex-input.ts';

const schema = JSON.parse(readFileSync('test/fixtures/conformance/sarif-2.1.0.json', 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const open: FindingsTold = {
	version: '1.2.3',
	prefix: 'library/',
	isLeftOut: () => false,
	isWithheld: () => false,
	nameOf: (id) => id,
};
const canary = 'canary-7d1f';

const lint = auditedLint({
	findings: [
		finding('SOP-FIN-001', { silenced: comment }),
		finding('SOP-FIN-002', {
			silenced: { ...comment, by: 'config', file: 'sop.config.yaml', reason: null, until: null, since: null },
		}),
		finding('SOP-HR-001', {
			message: canary,
			help: canary,
			anchor: canary,
			file: `${canary}.sop.yaml`,
			silenced: { ...comment, reason: canary, file: `${canary}.sop.yaml` },
		}),
		finding('SOP-FIN-003', { message: `Follows ${canary}`, of: ['SOP-FIN-003', 'SOP-HR-001'] }),
	],
	notEvaluated: [
		{
			rule: 'document/placeholder',
			reason: canary,
			file: 'x',
			document: 'SOP-HR-001',
			times: 1,
			of: ['SOP-HR-001'],
		},
		{
			rule: 'document/placeholder',
			reason: canary,
			file: null,
			document: null,
			times: 1,
			of: ['SOP-HR-001'],
		},
		{ rule: 'history/mainline-replaced', reason: 'no copy', file: null, document: null, times: 1, of: [] },
	],
});

function runOf(told: Partial<FindingsTold> = {}) {
	const text = findingsSarif(lint, { ...open, ...told });
	const log = JSON.parse(text);
	validate(log);
	expect(validate.errors).toBeNull();
	return { text, run: log.runs[0] };
}

describe('findings of a packet as SARIF', () => {
	test('are suppressed where the library keeps them quiet, each with who accepted it', () => {
		const { run } = runOf();
		expect(run.results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
			[
				{
					kind: 'inSource',
					status: 'accepted',
					justification:
						'Silenced by suppression at SOP-FIN-001.sop.yaml:11, accepted by max on 2026-02-01T12:00:00Z with bbbbbbbbbbbb: the supplier calls it so (until 2026-12-31)',
				},
			],
			[
				{
					kind: 'external',
					status: 'accepted',
					justification: 'Silenced by config at sop.config.yaml:11, accepted by nobody can tell whom',
				},
			],
			expect.anything(),
			[],
		]);
		expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
			'library/SOP-FIN-001.sop.yaml',
		);
		expect(run.invocations[0].toolExecutionNotifications).toHaveLength(2);
	});

	test('keep no word of a withheld document, nor of what names it', () => {
		const { text, run } = runOf({ isWithheld: (id) => id === 'SOP-HR-001', nameOf: () => 'document-1' });
		expect(text).not.toContain(canary);
		expect(text).not.toContain('SOP-HR-001');
		expect(run.results).toHaveLength(4);
		expect(run.results[2]).toMatchObject({
			ruleId: 'document/placeholder',
			properties: { document: 'document-1' },
		});
		expect(run.results[2].locations).toBeUndefined();
	});

	test('leave out what a packet is not about, and call people by pseudonyms', () => {
		const { run, text } = runOf({
			isLeftOut: (id) => id === 'SOP-HR-001',
			redact: (words) => words.replaceAll('max', 'person-1'),
		});
		expect(run.results).toHaveLength(3);
		expect(text).toContain('accepted by person-1 on');
	});
});

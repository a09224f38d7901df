import { describe, expect, it } from 'vitest';
import { runFrequency } from '../../../src/audit/run-frequency.ts';
import { executedSamples } from '../../../src/audit/sections/executed-samples.ts';
import { metrics } from '../../../src/audit/sections/metrics.ts';
import { at, auditedInput, documentOf, recordOf, textOf, versionOf } from '../../support/audited.ts';

const checklist = textOf(
	`format: 1
id: CHK-FIN-001
title: Month-end close
function: finance
version: "1.0"
schedule:
  rule: FREQ=MONTHLY;BYMONTHDAY=-1
items:
  - id: post
    do: Post the accruals
    by: accountant
`,
	'checklists/a.checklist.yaml',
);

describe('what asks for runs', () => {
	it('is not evaluated, with its cause and cure, as long as none are recorded', () => {
		for (const { checks } of [executedSamples(auditedInput()), metrics(auditedInput())]) {
			expect(checks.length).toBeGreaterThan(4);
			for (const check of checks)
				expect(check).toMatchObject({
					result: 'not evaluated',
					cause: 'no runs recorded',
					cure: expect.stringContaining('records/runs/'),
				});
		}
	});

	it('does not say that there are none where somebody wrote lines of them', () => {
		const runs = [recordOf('runs', '2026-02-01', { document: 'CHK-FIN-001', at: '2026-02-01T09:00:00Z' })];
		const [check] = metrics(auditedInput({ records: { runs } })).checks;
		expect(check).toMatchObject({
			result: 'not evaluated',
			cause: 'runs are not evaluated: this version of sop does not read the line of runs that is recorded',
		});
	});

	it('defines five metrics', () => {
		expect(metrics(auditedInput()).lists[0]?.rows.map(({ cells }) => cells['metric'])).toEqual([
			'backlog',
			'capacity',
			'cycle-time',
			'on-time',
			'rework',
		]);
	});

	it('names the populations: the checklists in force at any time of the period', () => {
		const versions = [
			{
				version: versionOf('1.0', '2025-06-01', {
					end: at('2026-02-01'),
					endedBy: 'higher number',
					supersededBy: '1.1',
				}),
				text: undefined,
			},
			{ version: versionOf('1.1', '2026-02-01'), text: checklist },
			{ version: versionOf('1.2', '2026-03-01', { start: undefined, complete: false }), text: undefined },
		];
		const ended = [{ version: versionOf('1.0', '2025-01-01', { end: at('2025-12-31') }), text: undefined }];
		const runs = [
			recordOf('runs', '2026-02-01', { document: 'CHK-FIN-001', at: '2026-02-01T09:00:00Z' }),
			recordOf('runs', '2026-02-01', { document: 'CHK-FIN-001', at: '2025-02-01T09:00:00Z' }),
		];
		const section = executedSamples(
			auditedInput({
				documents: [
					documentOf('CHK-FIN-001', { kind: 'checklist', versions, text: checklist }),
					documentOf('CHK-FIN-002', { kind: 'checklist', versions: ended }),
					documentOf('CHK-FIN-003', { kind: 'checklist', versions, isInScope: false }),
					documentOf('SOP-FIN-001', { versions }),
				],
				records: { runs },
			}),
		);
		expect(section.lists[0]?.rows.map(({ cells }) => cells)).toEqual([
			{
				document: 'CHK-FIN-001',
				title: 'Title of CHK-FIN-001',
				versions: ['1.0', '1.1'],
				schedule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
				frequency: 'monthly',
				linesRecorded: 1,
			},
		]);
	});
});

describe('how often a checklist is run', () => {
	it.each([
		[undefined, 'per event'],
		['FREQ=YEARLY;BYMONTH=1', 'annual'],
		['FREQ=YEARLY;BYMONTH=1,4,7,10', 'quarterly'],
		['FREQ=MONTHLY', 'monthly'],
		['FREQ=MONTHLY;INTERVAL=3', 'quarterly'],
		['FREQ=MONTHLY;INTERVAL=12', 'annual'],
		['FREQ=MONTHLY;BYMONTH=3,6,9,12', 'quarterly'],
		['FREQ=WEEKLY;BYDAY=MO', 'weekly'],
		['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'daily'],
		['FREQ=DAILY', 'daily'],
		['FREQ=HOURLY', 'per event'],
		['no rule', 'per event'],
	])('%s is %s', (rule, frequency) => expect(runFrequency(rule)).toBe(frequency));
});

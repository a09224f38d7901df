import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { layOver } from '../../support/lay-over.ts';
import { lintTexts } from '../../support/lint-texts.ts';

const small = readFileSync(new URL('../../fixtures/small.sop.yaml', import.meta.url), 'utf8');

it('says of a placeholder in the place of an id only that it is one', async () => {
	const report = await lintTexts({
		'a.sop.yaml': layOver(small, 'references:\n  - id: <id of the document>\n    how: feeds\n').replace(
			'resume: release',
			'resume: <the step to go on with>',
		),
	});
	expect(report.findings.map((finding) => finding.rule)).toEqual([
		'document/placeholder',
		'document/placeholder',
	]);
});

it('still judges a name that only holds angle brackets', async () => {
	const report = await lintTexts({
		'a.sop.yaml': small.replace('resume: release', 'resume: release <once>'),
	});
	expect(report.findings.map((finding) => finding.rule)).toContain('procedure/unknown-target');
});

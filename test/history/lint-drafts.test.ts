import { describe, expect, it } from 'vitest';
import { lintHistory } from '../support/lint-history.ts';

const files = '# file: registers/people.yaml\n{{people}}';
const setup = `# commit: 2026-01-05 by max.muster\n${files}`;
const required = `# file: sop.config.yaml\nformat: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\napprovals: required\n`;
/** It lacks section 5, which can wait, and section 11, which cannot. */
const lacking = 'tools: []\nexceptions: []\n';
const signed = '# record: approvals {person: ann.smith, role: controller}\n';

const missing = async (story: string) =>
	(await lintHistory(story, ['document/missing-section'])).findings.map(
		({ section, severity }) => `${section}: ${severity}`,
	);

describe('what can wait in a draft', () => {
	it('is a warning until the version is complete, and an error from then on', async () => {
		expect(await missing(`${setup}# commit: 2026-01-20\n${lacking}${required}${files}`)).toEqual([
			'5: warning',
			'11: error',
		]);
		expect(await missing(`${setup}# commit: 2026-01-20\n${lacking}${required}${files}${signed}`)).toEqual([
			'5: error',
			'11: error',
		]);
	});

	it('is one in a file that nobody else can see yet, and in a signed text that was changed', async () => {
		expect(await missing(`${setup}${required}# now\n${lacking}${required}${files}`)).toEqual([
			'5: warning',
			'11: error',
		]);
		const changed = `# now\ntitle: Another\n${lacking}${required}${files}`;
		expect(
			await missing(`${setup}# commit: 2026-01-20\n${lacking}${required}${files}${signed}${changed}`),
		).toEqual(['5: warning', '11: error']);
	});

	it('is told by the text alone where nobody has to approve, and weighs as the config has chosen', async () => {
		expect(await missing(`# commit: 2026-01-20\n${lacking}`)).toEqual(['5: warning', '11: error']);
		const strict = required.replace('approvals: required', 'approvals: required\npreset: strict');
		expect(await missing(`${setup}# commit: 2026-01-20\n${lacking}${strict}${files}`)).toEqual([
			'5: error',
			'11: error',
		]);
	});
});

describe('a placeholder', () => {
	const waiting = 'purpose:\n  why: Pay <how soon>.\n  in_scope:\n    - Supplier invoices\n';
	const found = async (story: string) =>
		(await lintHistory(story, ['document/placeholder'])).findings.map(({ severity }) => severity);

	it('is a warning in what is being written, and an error in what is in force', async () => {
		expect(await found(`# now\n${waiting}`)).toEqual(['warning']);
		expect(await found(`# commit: 2026-01-20\n${waiting}`)).toEqual(['error']);
		expect(await found(`${setup}# commit: 2026-01-20\n${waiting}${required}${files}`)).toEqual(['warning']);
	});
});

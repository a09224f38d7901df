import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/lint/rules.generated.ts';
import { frameworks } from '../../../src/model/clause-packs/packs.ts';
import { printClause } from '../../../src/model/clause-packs/print-clause.ts';
import { lintTexts } from '../../support/lint-texts.ts';

const small = readFileSync(new URL('../../fixtures/small.sop.yaml', import.meta.url), 'utf8');
const withVagueStep = small.replace(/done_when: .*/, 'done_when: Done as appropriate.');

async function clausesWith(config: string): Promise<readonly string[]> {
	const report = await lintTexts({ 'pay.sop.yaml': withVagueStep, 'sop.config.yaml': config });
	const found = report.findings.filter((finding) => finding.rule === 'procedure/vague-wording');
	expect(found).toHaveLength(1);
	return found.flatMap((finding) => finding.clauses);
}

describe('the clauses of a finding', () => {
	it('are those of the frameworks that the library names, as people cite them', async () => {
		const config = 'format: 1\nlibrary: 5e0c7a1fd2b94e6c8a3f6d0b1c2e4f58\n';
		expect(await clausesWith(config)).toEqual([]);
		expect(await clausesWith(`${config}frameworks: [soc-2]\n`)).toEqual([]);
		expect(await clausesWith(`${config}frameworks: [nist-800-53]\n`)).toEqual(['NIST SP 800-53 Rev. 5 xx-1']);
		expect(await clausesWith(`${config}frameworks: [eu-gmp, nist-800-53]\n`)).toEqual([
			'EU GMP Chapter 4',
			'NIST SP 800-53 Rev. 5 xx-1',
		]);
	});

	it.each([...new Set(rules.flatMap((rule) => rule.clauses))])('%s is printed without its id', (clause) => {
		const id = clause.slice(0, clause.indexOf(' '));
		expect(frameworks).toContain(id);
		expect(printClause(clause)).not.toContain(id);
		expect(printClause(clause)).toContain(clause.split(' ').at(-1));
	});
});

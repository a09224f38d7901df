import { beforeAll, describe, expect, it } from 'vitest';
import { type ControlledLibrary, controlledText } from '../support/approvals-library.ts';
import { verdictsOf } from '../support/audit-verdicts.ts';
import { auditedLibrary } from '../support/audited-library.ts';
import { type Files, listIn, madeFolder, placesOf, repositoryOfFile } from '../support/made-packets.ts';

describe('a document that began after the period', () => {
	let library: ControlledLibrary;
	let files: Files;

	beforeAll(() => {
		library = auditedLibrary(repositoryOfFile());
		library.as('jane.doe');
		const text = controlledText({ id: 'SOP-TRS-001' }).replace(/^title: .*$/m, 'title: Cash forecast');
		library.repository.commit('2026-08-24', { 'sops/cash.sop.yaml': text });
		({ files } = madeFolder(library.repository, 'packet'));
	}, 60_000);

	it('is named in the master list, with nothing of the text that came later', () => {
		const rows = listIn(files, 'documents').rows;
		const { document, kind, counted, ...rest } = rows.find((row) => row['document'] === 'SOP-TRS-001') ?? {};
		expect({ document, kind, counted }).toEqual({
			document: 'SOP-TRS-001',
			kind: 'sop',
			counted: 'began after the period',
		});
		expect(new Set(Object.values(rest))).toEqual(new Set([null]));
		expect(placesOf(files, 'Cash forecast')).toEqual([]);
	});

	it('is told apart in the counts, which add up to the movements', () => {
		const counted = listIn(files, 'documents').rows.map((row) => row['counted']);
		const closing = listIn(files, 'roll-forward').rows.reduce((sum, row) => sum + Number(row['closing']), 0);
		expect(counted.filter((one) => one === 'closing')).toHaveLength(closing);
		expect(counted.sort()).toEqual(['began after the period', 'closing', 'closing', 'retired']);
	});

	it('is looked at by no check, and no advice is given of it', () => {
		const verdicts = verdictsOf(library.repository, ['2026-01-01', '2026-03-31']);
		for (const { check, items } of verdicts.values())
			expect(
				items.map(({ key }) => key),
				check,
			).not.toContain('SOP-TRS-001');
		for (const name of [
			'master-list/accounted',
			'document-set/in-force-known',
			'late-knowledge/answer-unchanged',
		])
			expect(verdicts.get(name), name).toMatchObject({ result: 'holds', looked: 3 });
		expect(verdicts.get('findings/rules-evaluated')?.looked).toBeGreaterThan(100);
		expect(verdicts.get('findings/none-silenced')).toMatchObject({ notEvaluated: 0 });
	});

	it('is one of those looked at in its own quarter', () => {
		const verdicts = verdictsOf(library.repository, ['2026-07-01', '2026-09-30']);
		expect(verdicts.get('master-list/accounted')).toMatchObject({ looked: 5, holds: 4 });
	});
});

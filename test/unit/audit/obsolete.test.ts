import { describe, expect, it } from 'vitest';
import { obsolete } from '../../../src/audit/sections/obsolete.ts';
import { at, auditedInput, documentOf, textOf, versionOf } from '../../support/audited.ts';
import { smallSop } from '../../support/temporary-library.ts';

const text = textOf(smallSop);
const old = versionOf('1.0', '2025-01-01', {
	...(text.digest === null ? {} : { digest: text.digest }),
	end: at('2026-02-28'),
	endedBy: 'higher number',
	supersededBy: '2.0',
});
const current = versionOf('2.0', '2026-02-28');
const checkOf = (section: ReturnType<typeof obsolete>, name: string) =>
	section.checks.find((check) => check.name === `obsolete/${name}`);
const rowsOf = (section: ReturnType<typeof obsolete>, name: string) =>
	section.lists.find((list) => list.name === name)?.rows.map(({ cells }) => cells);

describe('obsolete control', () => {
	const superseded = documentOf('SOP-FIN-001', {
		versions: [
			{ version: old, text },
			{ version: current, text: undefined },
		],
	});

	it('lists what ended in the period, with its successor, and until when it is to be kept', () => {
		const section = obsolete(auditedInput({ documents: [superseded] }));
		expect(rowsOf(section, 'ended-versions')).toMatchObject([
			{
				document: 'SOP-FIN-001',
				version: '1.0',
				digest: text.digest,
				wasInForce: true,
				ended: '2026-02-28',
				by: 'higher number',
				supersededBy: '2.0',
				retention: '7 years',
				retentionFrom: 'document',
				keepUntil: '2033-02-28',
				isInPacket: true,
			},
		]);
		expect(checkOf(section, 'retained')).toMatchObject({ result: 'holds', counts: { looked: 1 } });
		expect(section.lists[0]?.reperform[0]).toEqual({
			does: 'see that the copy of a version is in the tree of its commit',
			command: `git ls-tree -r ${old.commit} | grep -m 1 -o ${old.blob}`,
			gives: old.blob,
		});
	});

	it('takes the retention of the config where the document states none, and says so', () => {
		const plain = textOf(smallSop.replace('retention: 7 years\n', ''));
		const document = documentOf('SOP-FIN-001', { versions: [{ version: old, text: plain }] });
		const input = auditedInput({ documents: [document], config: { defaults: { retention: '1 month' } } });
		expect(rowsOf(obsolete(input), 'ended-versions')).toMatchObject([
			{ retention: '1 month', retentionFrom: 'config', keepUntil: '2026-03-28' },
		]);
	});

	it('leaves out what ended before or after, what never was approved, and what is out of scope', () => {
		const ended = (day: string, more = {}) => ({
			version: { ...old, end: at(day), ...more },
			text,
		});
		const documents = [
			documentOf('SOP-FIN-001', { versions: [ended('2025-12-31')] }),
			documentOf('SOP-FIN-002', { versions: [ended('2026-04-01')] }),
			documentOf('SOP-FIN-003', { versions: [ended('2026-02-01', { complete: false, owns: 'open' })] }),
			documentOf('SOP-FIN-004', { versions: [ended('2026-02-01')], isInScope: false }),
		];
		const section = obsolete(auditedInput({ documents }));
		expect(rowsOf(section, 'ended-versions')).toEqual([]);
		expect(checkOf(section, 'retained')).toMatchObject({
			result: 'not evaluated',
			cause: 'nothing of the kind occurred in the period',
		});
	});

	it('does not hold where bytes are gone or give another digest; in a partial clone it cannot tell', () => {
		const gone = documentOf('SOP-FIN-001', { versions: [{ version: old, text: undefined }] });
		const other = documentOf('SOP-FIN-002', {
			versions: [{ version: { ...old, digest: `sha256:${'a'.repeat(64)}` }, text }],
		});
		expect(checkOf(obsolete(auditedInput({ documents: [gone, other] })), 'retained')?.items).toEqual([
			{
				key: 'SOP-FIN-001@1.0',
				of: ['SOP-FIN-001'],
				result: 'does not hold',
				detail: 'its bytes are not in the repository',
			},
			{
				key: 'SOP-FIN-002@1.0',
				of: ['SOP-FIN-002'],
				result: 'does not hold',
				detail: `its bytes give ${text.digest}, not sha256:${'a'.repeat(64)}`,
			},
		]);
		const partial = auditedInput({ documents: [gone], partial: 'a partial clone' });
		expect(checkOf(obsolete(partial), 'retained')).toMatchObject({
			result: 'not evaluated',
			cause: 'a partial clone',
		});
	});

	it('names the successor of the withdrawal that counts', () => {
		const withdrawal = (successor: string, cause: string | null) => ({
			cause,
			who: { level: 'record-signed', cause: null, fingerprint: null } as const,
			at: at('2026-02-28'),
			record: { value: { withdraws: 'document', successor } },
		});
		const document = documentOf('SOP-FIN-001', {
			versions: [{ version: { ...old, endedBy: 'retirement', supersededBy: undefined }, text }],
			state: {
				// Of the approvals only the judged withdrawals are read.
				approvals: {
					judgedWithdrawals: [withdrawal('SOP-FIN-666', 'by nobody'), withdrawal('SOP-FIN-009', null)],
				} as never,
			},
		});
		expect(rowsOf(obsolete(auditedInput({ documents: [document] })), 'ended-versions')).toMatchObject([
			{ by: 'retirement', supersededBy: null, successor: 'SOP-FIN-009' },
		]);
	});

	describe('references', () => {
		const referring = (references: string) =>
			documentOf('SOP-FIN-100', {
				text: textOf(smallSop.replace(/references:\n {2}not_applicable: .*\n/, `references:\n${references}`)),
				versions: [{ version: versionOf('1.0', '2026-01-05'), text: undefined }],
			});
		const retired = documentOf('SOP-FIN-901', { state: { status: 'retired' } });
		const withdrawn = documentOf('SOP-FIN-902', {
			versions: [{ version: { ...old, endedBy: 'withdrawal' }, text }],
			state: { status: 'withdrawn' },
		});
		const revised = { ...superseded, id: 'SOP-FIN-903' };

		it('are open to what is retired or withdrawn, and where they pin a version that has ended', () => {
			const from = referring(
				'  - id: SOP-FIN-901\n    how: feeds\n  - id: SOP-FIN-902\n    how: feeds\n  - id: SOP-FIN-903\n    how: feeds\n    edition: "1.0.0"\n',
			);
			const section = obsolete(
				auditedInput({ documents: [from, retired, withdrawn, { ...revised, isInScope: false }] }),
			);
			expect(rowsOf(section, 'open-references')).toMatchObject([
				{ document: 'SOP-FIN-100', to: 'SOP-FIN-901', edition: null, problem: 'names a retired document' },
				{ to: 'SOP-FIN-902', problem: 'names a withdrawn document' },
				{ to: 'SOP-FIN-903', edition: '1.0.0', problem: 'pins an ended version' },
			]);
			const check = checkOf(section, 'no-open-reference');
			expect(check?.result).toBe('does not hold');
			expect(check?.items).toMatchObject([
				{
					key: 'SOP-FIN-100@1.0',
					of: ['SOP-FIN-100'],
					detail:
						'it names a retired document: SOP-FIN-901; it names a withdrawn document: SOP-FIN-902; it pins an ended version: SOP-FIN-903@1.0.0',
				},
			]);
		});

		it('are not open to what is in force, at its version or at none', () => {
			const from = referring(
				'  - id: SOP-FIN-903\n    how: feeds\n    edition: "2.0"\n  - id: SOP-FIN-903\n    how: feeds\n',
			);
			const section = obsolete(auditedInput({ documents: [from, { ...revised, isInScope: false }] }));
			expect(checkOf(section, 'no-open-reference')).toMatchObject({ result: 'holds', counts: { looked: 1 } });
		});

		it('are not evaluated to what cannot be told, or from what cannot be read', () => {
			const from = referring('  - id: SOP-FIN-901\n    how: feeds\n');
			const unseen = documentOf('SOP-FIN-901', {
				state: { notEvaluated: 'a shallow clone' },
				isInScope: false,
			});
			expect(
				checkOf(obsolete(auditedInput({ documents: [from, unseen] })), 'no-open-reference'),
			).toMatchObject({
				result: 'not evaluated',
				cause: 'whether SOP-FIN-901 is in force: a shallow clone',
			});
			const blind = { ...from, text: undefined };
			expect(
				checkOf(obsolete(auditedInput({ documents: [blind, retired] })), 'no-open-reference'),
			).toMatchObject({
				result: 'not evaluated',
				cause: 'its text is not in this repository',
			});
		});
	});

	it('holds nothing to be good where it cannot be told what is in force', () => {
		const unseen = documentOf('SOP-FIN-002', { state: { notEvaluated: 'a shallow clone' } });
		const section = obsolete(auditedInput({ documents: [superseded, unseen] }));
		for (const name of ['retained', 'no-open-reference'])
			expect(checkOf(section, name)?.items).toContainEqual({
				key: 'SOP-FIN-002',
				of: ['SOP-FIN-002'],
				result: 'not evaluated',
				detail: 'a shallow clone',
			});
	});

	it('cannot say whether a run was refused', () => {
		expect(checkOf(obsolete(auditedInput()), 'refused-runs')).toMatchObject({
			result: 'not evaluated',
			cause: 'no runs recorded',
		});
	});
});

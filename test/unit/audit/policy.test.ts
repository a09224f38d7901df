import { describe, expect, it } from 'vitest';
import type { AuditedPolicy, PolicyChange } from '../../../src/audit/audited-policy.ts';
import { basisDigests, packDigest } from '../../../src/audit/basis-digests.ts';
import { policy } from '../../../src/audit/sections/policy.ts';
import { clausePacks } from '../../../src/model/clause-packs/packs.ts';
import { auditedLint, auditInput, byMax } from '../../support/annex-input.ts';

const change = (more: Partial<PolicyChange> = {}): PolicyChange => ({
	...byMax,
	file: 'sop.config.yaml',
	kind: 'config',
	what: 'changed',
	loosens: [],
	unclear: [],
	diff: '--- a/sop.config.yaml\n',
	of: [],
	...more,
});

const own = (more: Partial<AuditedPolicy> = {}): AuditedPolicy => ({
	settings: [],
	changes: [],
	loosened: [],
	registers: [],
	packs: [],
	baselines: [],
	...more,
});

const checkOf = (name: string, more: Partial<AuditedPolicy>) => {
	const found = policy(auditInput({ ownPolicy: own(more) })).checks.find((one) => one.name === name);
	if (found === undefined) throw new Error(`no check ${name}`);
	return found;
};
const rowsOf = (name: string, more: Partial<AuditedPolicy>) =>
	policy(auditInput({ ownPolicy: own(more) }))
		.lists.find((list) => list.name === name)
		?.rows.map(({ cells }) => cells);

describe('the annex of policy', () => {
	it('compares both ends of the period, and looks at each change between', () => {
		expect(checkOf('policy/not-loosened', {})).toMatchObject({ result: 'holds', counts: { looked: 1 } });
		expect(checkOf('policy/not-loosened', { changes: [change()] })).toMatchObject({
			result: 'holds',
			counts: { looked: 2 },
		});
		const loosened = change({ loosens: ['The preset is minimal, where the config before says recommended'] });
		expect(checkOf('policy/not-loosened', { changes: [loosened] }).items).toEqual([
			{
				key: 'bbbbbbbbbbbb sop.config.yaml',
				of: ['config and registers'],
				result: 'does not hold',
				detail: 'The preset is minimal, where the config before says recommended',
			},
		]);
	});

	it('cannot tell of a change whose text is not here', () => {
		const unseen = change({ loosens: undefined, diff: null });
		expect(checkOf('policy/not-loosened', { changes: [unseen] })).toMatchObject({
			result: 'not evaluated',
			cause: 'a text of it is not in this repository',
		});
		expect(rowsOf('policy-changes', { changes: [unseen] })).toMatchObject([{ diff: null }]);
	});

	it('does not take a register for a config, and sees what left it', () => {
		const file = 'registers/people.yaml';
		const lost = change({ file, kind: 'register', loosens: ['lost person jane'] });
		const parts = { changes: [lost], registers: [file, 'registers/roles.yaml'] };
		expect(checkOf('policy/not-loosened', parts).result).toBe('holds');
		expect(checkOf('policy/registers-only-grow', parts)).toMatchObject({
			result: 'does not hold',
			counts: { looked: 2, holds: 1 },
			items: [{ key: file, detail: 'lost person jane with bbbbbbb' }],
		});
		const unseen = { ...parts, changes: [change({ file, kind: 'register', loosens: undefined })] };
		expect(checkOf('policy/registers-only-grow', unseen).result).toBe('not evaluated');
	});

	it('lists settings, changes with their difference, packs and the baseline', () => {
		const parts: Partial<AuditedPolicy> = {
			settings: [{ setting: 'preset', usual: 'recommended', opening: null, closing: 'minimal' }],
			changes: [change()],
			packs: [
				{
					framework: 'sox',
					name: '',
					title: 'Act',
					edition: '2002',
					version: '1',
					date: '2026-01-01',
					status: 'in force',
					digest: 'sha256:0',
					isNamed: true,
				},
			],
			baselines: [{ day: '2026-03-31', entries: 2, findings: 5 }],
		};
		expect(rowsOf('settings', parts)).toEqual([
			{ setting: 'preset', default: 'recommended', opening: null, closing: 'minimal' },
		]);
		expect(rowsOf('policy-changes', parts)).toEqual([
			{
				at: '2026-02-01T12:00:00Z',
				known: '2026-02-01',
				commit: 'b'.repeat(40),
				file: 'sop.config.yaml',
				what: 'changed',
				who: ['max'],
				trust: 'claimed',
				cause: 'the commit is not signed',
				loosens: [],
				unclear: [],
				diff: '--- a/sop.config.yaml\n',
			},
		]);
		expect(rowsOf('clause-packs', parts)).toMatchObject([
			{ framework: 'sox', named: true, digest: 'sha256:0' },
		]);
		expect(rowsOf('baseline-counts', parts)).toEqual([{ day: '2026-03-31', entries: 2, findings: 5 }]);
	});

	it('is not evaluated where nobody has looked', () => {
		expect(policy(auditInput()).checks.map(({ result }) => result)).toEqual([
			'not evaluated',
			'not evaluated',
		]);
	});
});

describe('digests of the basis', () => {
	const { rules } = auditedLint();
	const [first, ...rest] = clausePacks;
	if (first === undefined) throw new Error('no pack');

	it('are the same in any order, and whatever rules say of themselves', () => {
		const digests = basisDigests(rules, clausePacks);
		const other = rules.map((rule) => ({ ...rule, why: 'Other words.' })).reverse();
		expect(basisDigests(other, clausePacks.toReversed())).toEqual(digests);
		expect(digests.rules).toMatch(/^sha256:[0-9a-f]{64}$/);
	});

	it('move with a severity, a parameter, a pattern and a title', () => {
		const { rules: before, packs } = basisDigests(rules, clausePacks);
		const changed = rules.map((rule) => ({ ...rule, severity: 'warning' as const }));
		expect(basisDigests(changed, clausePacks).rules).not.toBe(before);
		expect(
			basisDigests(
				rules.map((rule) => ({ ...rule, options: { days: 7 } })),
				[],
			).rules,
		).not.toBe(before);
		expect(basisDigests(rules, [{ ...first, complete: /^x/ }, ...rest]).packs).not.toBe(packs);
		expect(packDigest({ ...first, title: 'Other' })).not.toBe(packDigest(first));
	});
});

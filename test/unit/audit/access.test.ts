import { describe, expect, it } from 'vitest';
import { access } from '../../../src/audit/sections/access.ts';
import { sshFingerprint } from '../../../src/model/signature/public-key-line.ts';
import { auditInput, personIn, someId } from '../../support/audit-input.ts';
import { cellsIn, checked, lookedAt } from '../../support/audit-section.ts';
import { tokenKey } from '../../support/signing.ts';

const ann = personIn('ann', 'controller');
const bob = personIn('bob', 'clerk');
const roles = [{ id: 'controller', name: 'Controller', function: 'finance' }, { id: 'clerk' }];
const opening = { on: '2025-01-01', people: [ann, bob], roles };

describe('access and authority', () => {
	it('lists people with what they hold, by fingerprints and days', () => {
		const key = tokenKey('ed25519').line;
		const people = [
			personIn('ann', 'controller', {
				organisation: 'Bureau',
				keys: [
					{ ssh: key, from: '2025-01-01', revoked: { from: '2026-02-01', why: 'lost' } },
					{ gpg: 'A'.repeat(40), until: '2026-12-31' },
				],
				absent: [{ from: '2026-02-01', until: '2026-02-10' }],
			}),
		];
		const section = access(
			auditInput({
				registers: [{ on: '2025-01-01', people, organisations: [{ name: 'Bureau', until: '2026-06-30' }] }],
			}),
		);
		expect(
			cellsIn(section, 'people', 'person', 'name', 'contractUntil', 'roles', 'keys', 'absent', 'change'),
		).toEqual([
			[
				'ann',
				'Name of ann',
				'2026-06-30',
				['controller from 2020-01-01'],
				[
					`${sshFingerprint(key)} from 2025-01-01; revoked from 2026-02-01 (lost)`,
					`${'A'.repeat(40)} to 2026-12-31`,
				],
				['2026-02-01 to 2026-02-10'],
				'unchanged',
			],
		]);
	});

	it('says what became of each entry in the period', () => {
		const closing = {
			on: '2026-02-01',
			people: [{ ...ann, until: '2026-02-28' }, { ...bob, name: 'Bob' }, personIn('carl', 'clerk')],
			roles: [{ id: 'controller', name: 'Head of finance', function: 'finance' }],
		};
		const section = access(auditInput({ registers: [opening, closing] }));
		expect(cellsIn(section, 'people', 'person', 'change', 'changed')).toEqual([
			['ann', 'ended', ['until']],
			['bob', 'changed', ['name']],
			['carl', 'added', []],
		]);
		expect(cellsIn(section, 'roles', 'role', 'change', 'changed', 'holders')).toEqual([
			['clerk', 'removed', [], ['bob', 'carl']],
			['controller', 'changed', ['name'], []],
		]);
	});

	it('fails an entry that vanished, and shows no address', () => {
		const closing = {
			on: '2026-02-01',
			people: [{ ...ann, addresses: [], roles: [] }],
			roles: [{ id: 'controller' }],
		};
		const section = access(auditInput({ registers: [opening, closing] }));
		const gone =
			'does not hold: it stood in the register at the beginning of the period, and is gone at its end';
		expect(checked(section, 'access/entries-not-removed').items).toEqual(
			[
				'an address of ann',
				'an address of bob',
				'person bob',
				'role clerk',
				'role clerk held by bob',
				'role controller held by ann',
			].map((key) => `${key}: ${gone}`),
		);
		expect(lookedAt(section, 'access/entries-not-removed')).toMatchObject({ looked: 8, holds: 2 });
		expect(JSON.stringify(section)).not.toContain('@acme.example');
		expect(cellsIn(section, 'people', 'person', 'change')).toEqual([
			['ann', 'changed'],
			['bob', 'removed'],
		]);
	});

	it('tells a register that is missing from one that nobody could see', () => {
		const registers = [
			{ on: '2026-02-01', people: [ann], whyNot: { roles: 'the roles register cannot be read' } },
		];
		expect(checked(access(auditInput({ registers })), 'access/registers-known').items).toEqual([
			'people register, beginning of the period: not evaluated: the mainline had not begun',
			'roles register, beginning of the period: not evaluated: the mainline had not begun',
			'roles register, end of the period: does not hold: the roles register cannot be read',
		]);
		const section = access(
			auditInput({ documents: [{ versions: [{ version: '1.0', on: '2025-01-10' }] }], registers }),
		);
		expect(checked(section, 'access/registers-known').items[0]).toBe(
			'people register, beginning of the period: does not hold: no people register',
		);
		expect(cellsIn(section, 'people', 'change')).toEqual([['added']]);
	});

	it('does not say what changed where the beginning or the end cannot be read', () => {
		const unread = { on: '2025-01-01', whyNot: { people: 'the people register cannot be read' } };
		const section = access(auditInput({ registers: [unread, { ...opening, on: '2026-02-01' }] }));
		expect(cellsIn(section, 'people', 'change')).toEqual([['not evaluated'], ['not evaluated']]);
		expect(cellsIn(section, 'roles', 'change')).toEqual([['added'], ['added']]);
		const lost = access(auditInput({ registers: [opening, { ...unread, on: '2026-02-01' }] }));
		expect(cellsIn(lost, 'people', 'person', 'change')).toEqual([
			['ann', 'not evaluated'],
			['bob', 'not evaluated'],
		]);
		expect(cellsIn(lost, 'roles', 'change')).toEqual([['removed'], ['removed']]);
	});

	const twoLines = {
		approval: { signatures: [{ role: 'controller' }, { role: 'quality', meaning: 'review' }] },
	} as const;
	const documents = [{ versions: [{ version: '1.0', on: '2025-01-10', says: twoLines }] }];
	const both = personIn('ann', 'controller', { roles: [{ role: 'controller' }, { role: 'quality' }] });

	it('notes who may act in two roles that a document keeps apart, and fails only where nobody is left', () => {
		const alone = access(auditInput({ documents, registers: [{ on: '2025-01-01', people: [both, bob] }] }));
		expect(cellsIn(alone, 'roles-held-together', 'document', 'person', 'roles')).toEqual([
			[someId, 'ann', ['controller', 'quality']],
		]);
		expect(checked(alone, 'access/segregation')).toEqual({
			result: 'does not hold',
			cause: null,
			items: [
				`${someId}@1.0: does not hold: of the 2 lines of its section 15 nobody is left for: quality (review)`,
			],
		});
		const two = access(
			auditInput({
				documents,
				registers: [{ on: '2025-01-01', people: [both, personIn('bob', 'controller')] }],
			}),
		);
		expect(checked(two, 'access/segregation').result).toBe('holds');
		expect(cellsIn(two, 'roles-held-together', 'person')).toEqual([['ann']]);
	});

	it('counts on the last day of the period alone, and on delegates that may act on it', () => {
		const ended = personIn('bob', 'controller', { until: '2026-03-30' });
		const left = access(auditInput({ documents, registers: [{ on: '2025-01-01', people: [both, ended] }] }));
		expect(checked(left, 'access/segregation').result).toBe('does not hold');
		const delegated = access(
			auditInput({
				documents,
				registers: [
					{
						on: '2025-01-01',
						people: [both, bob],
						roles: [{ id: 'quality', delegates: [{ role: 'clerk', always: true }] }],
					},
				],
			}),
		);
		expect(checked(delegated, 'access/segregation').result).toBe('holds');
		expect(cellsIn(delegated, 'roles', 'delegates')).toEqual([[['clerk always']]]);
	});

	it('does not evaluate what is beyond a repository, nor segregation without a register', () => {
		const section = access(auditInput({ documents }));
		expect(
			section.checks
				.filter(({ result }) => result === 'not evaluated')
				.map(({ name, cause, cure }) => [name, cause === null, cure === null]),
		).toEqual(
			[
				'access/entries-not-removed',
				'access/segregation',
				'access/branch-protection',
				'access/who-could-bypass',
			].map((name) => [name, false, name === 'access/entries-not-removed']),
		);
	});
});

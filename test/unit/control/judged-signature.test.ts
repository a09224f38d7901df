import { expect, test } from 'vitest';
import type { Authority } from '../../../src/control/approval/authority.ts';
import { judgeSignature } from '../../../src/control/approval/judged-signature.ts';
import { policyOf } from '../../../src/control/policy.ts';
import type { KnownRecord } from '../../../src/model/record/known-record.ts';
import { approval, libraryId } from '../../support/record-context.ts';

const person = (id: string, roles: readonly string[]) => ({ id, roles: roles.map((role) => ({ role })) });

/** How an approval by somebody is judged where Jane and Ann are controllers, and Ann wrote the text. */
function judged(id: string, more: Partial<Authority> = {}, library = libraryId) {
	const authority: Authority = {
		people: {
			people: [person('jane.doe', ['controller']), person('ann', ['controller']), person('bob', [])],
		},
		whyNoPeople: undefined,
		roles: undefined,
		policy: policyOf({}, true),
		library: libraryId,
		...more,
	};
	const record: KnownRecord<'approvals'> = {
		kind: 'approvals',
		value: approval({ person: id, library }),
		file: 'records/approvals/x.yaml',
		line: undefined,
		blob: 'b',
		commit: 'c',
		position: 3,
		known: Date.parse('2026-11-22T12:00:00Z') / 1000,
		knownLevel: 'mainline-clock',
		madeBy: 'c',
		stands: true,
	};
	const { why, cause } = judgeSignature(record, {
		contentPosition: 2,
		authors: {
			people: new Set(['ann']),
			perhaps: new Map([['cid', 'two people']]),
			unknown: [],
			squashes: [],
		},
		authorityAt: () => authority,
		whoSigned: () => ({ level: 'claimed', cause: 'not signed', fingerprint: null }),
		withdrawnBy: () => null,
	});
	return { why, cause };
}

test('says of what kind the cause is, whatever its words are', () => {
	expect(judged('jane.doe')).toEqual({ why: null, cause: null });
	expect(judged('ann').why).toBe('author');
	expect(judged('bob').why).toBe('unauthorised');
	// An id is whatever somebody wrote into a record.
	expect(judged('not evaluated: x')).toMatchObject({
		why: 'unauthorised',
		cause: 'not evaluated: x is in no people register that was known then',
	});
	expect(judged('ann', { whyNoRoles: 'the roles register is not valid' }).why).toBe('not evaluated');
	expect(judged('jane.doe', { people: undefined, whyNoPeople: 'it was removed' }).why).toBe('not evaluated');
	expect(judged('jane.doe', {}, '0'.repeat(32)).why).toBe('other library');
	const trust = policyOf({ approval: { trust: 'signed' } }, true);
	expect(judged('jane.doe', { policy: trust })).toMatchObject({
		why: 'other',
		cause: 'it is only claimed (not signed), and the library asks for signatures',
	});
});

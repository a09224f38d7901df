import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordInWords } from '../../../src/cli/records/record-in-words.ts';
import { recordLine, recordText } from '../../../src/cli/records/record-text.ts';
import { readRecord, readRecordLine } from '../../../src/library/records/read-record.ts';
import type { ApprovalRecord } from '../../../src/model/documents.generated.ts';
import { recordSigner } from '../../../src/model/signature/record-signer.ts';
import { signedText } from '../../../src/model/signature/signed-text.ts';
import { approval, libraryId, training } from '../../support/record-context.ts';
import { makeKey, signedBySsh } from '../../support/signing.ts';
import { temporaryFolder } from '../../support/temporary-library.ts';

describe('the text of a record', () => {
	it('has its keys in the order of the schema, one a line, and the signature last', () => {
		const signature = '-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n';
		const { library = '', ...rest } = approval();
		expect(
			recordText('approvals', {
				signature,
				paper: { date: '2019-05-02', file: 'a.pdf', sha256: '0'.repeat(64), recorded_by: 'x.y' },
				...rest,
				library,
			}),
		).toBe(`format: 1
library: "${libraryId}"
document: SOP-FIN-002
version: "2.1"
digest: "sha256:9f86d081884c${'0'.repeat(52)}"
person: jane.doe
role: controller
meaning: approval
at: "2026-11-22T12:00:00Z"
paper:
  date: "2019-05-02"
  file: a.pdf
  sha256: "${'0'.repeat(64)}"
  recorded_by: x.y
signature: |
  -----BEGIN SSH SIGNATURE-----
  U1NI
  -----END SSH SIGNATURE-----
`);
	});

	it('of a signed record holds a signature that is good once it is read', () => {
		const key = makeKey(temporaryFolder());
		const value = approval({ role: 'Größe: "a" #1 \u202e ’' });
		const whole = { ...value, signature: signedBySsh(key.file, signedText(value)) };
		for (const read of [
			readRecord('approvals', Buffer.from(recordText('approvals', whole))),
			readRecordLine('approvals', recordLine('approvals', whole)),
		]) {
			expect(read.value).toEqual(whole);
			expect(recordSigner(read.value ?? {})).toHaveProperty('ssh');
		}
	});
});

const texts = fc.oneof(
	fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
	fc.constantFrom(
		'true',
		'null',
		'~',
		'1',
		'2.10',
		'- x',
		'a: b',
		'#',
		"'",
		'"',
		' x',
		'x ',
		'\n',
		'|',
		'---',
		'<<',
		'\u2028',
		'*a',
		'&a',
		'!x',
		'%x',
		'@',
		'`',
		'\t',
		'2026-01-01',
	),
);
const json = fc.jsonValue({ maxDepth: 3 });
const extras = fc.dictionary(
	texts.map((text) => `x-${text}`),
	json,
	{ maxKeys: 3 },
);

test('reads back as exactly the value, whatever it holds', () => {
	fc.assert(
		fc.property(texts, texts, texts, extras, (role, library, signature, more) => {
			const value = JSON.parse(
				JSON.stringify({ ...approval({ role, library, signature }), ...more }),
			) as ApprovalRecord;
			expect(readRecord('approvals', Buffer.from(recordText('approvals', value)))).toEqual({ value });
			const line = recordLine('approvals', value);
			expect(line.indexOf('\n')).toBe(line.length - 1);
			expect(readRecordLine('approvals', line)).toEqual({ value });
		}),
		{ numRuns: 500 },
	);
});

test('is refused for what YAML cannot hold', () => {
	expect(() => recordText('approvals', approval({ role: '\ud800' }))).toThrow('cannot be written');
	expect(() => recordText('approvals', { format: 1 })).toThrow('cannot be written');
});

test('says in one line what a record is, and nothing acts on a terminal', () => {
	expect(recordInWords('approvals', approval())).toBe(
		'Record approval of SOP-FIN-002 2.1 by jane.doe as controller',
	);
	expect(recordInWords('training', training({ person: 'x\u001b[2J\n' }))).toBe(
		'Record training of x␛[2J␊ on SOP-FIN-002 2.1',
	);
	const { meaning: _, ...envelope } = approval();
	const withdrawal = { ...envelope, meaning: 'withdrawal', from: '2026-12-01' } as const;
	expect(recordInWords('withdrawals', { ...withdrawal, withdraws: 'document' })).toBe(
		'Withdraw SOP-FIN-002 from 2026-12-01 on by jane.doe as controller',
	);
	expect(recordInWords('withdrawals', { ...withdrawal, withdraws: 'record', record: 'records/x.yaml' })).toBe(
		'Withdraw records/x.yaml of SOP-FIN-002 2.1 from 2026-12-01 on by jane.doe as controller',
	);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallId, smallOffice } from '../support/small-office.ts';

/** Ann approved on 12 February; on 6 March the register gets that her key was compromised from 10 February on. */
function compromisedLater() {
	const office = smallOffice({ people: { ann: ['controller'], cho: ['controller'], eve: [] } });
	const [record = ''] = office
		.as('ann', '2026-02-12')
		.does('approve', smallId, '--sign', '--commit')
		.split('\n');
	const line = `{ ssh: "${office.keyLine('ann')}"`;
	office
		.as('adm', '2026-03-06')
		.edit('registers/people.yaml', line, `${line}, revoked: { from: 2026-02-10, why: compromised }`);
	office.save('Revoke');
	return { office, record };
}

const warnings = (office: ReturnType<typeof smallOffice>) =>
	office.sop('lint', '--format', 'line', '--rule', 'approval/key-compromised').stdout;
const learnt =
	/the key SHA256:\S+ of ann is said to be compromised from 2026-02-10 on, as known since 2026-03-06/;

describe('a key that is found compromised after it signed', () => {
	it('leaves the signature as it was known, and is told beside it everywhere', () => {
		const { office, record } = compromisedLater();
		expect(warnings(office)).toMatch(learnt);
		expect(office.lint()).toEqual([]);
		expect(office.show(smallId).signatures).toEqual(['ann approval controller record-signed']);
		expect(office.sop('show', smallId, '--why').stderr.replace(/\s+/g, ' ')).toMatch(
			new RegExp(`\\(record-signed\\), known 2026-02-12 .*; learnt later: ${learnt.source}`),
		);
		const { signatures } = JSON.parse(office.sop('show', smallId, '--format', 'json').stdout);
		expect(signatures[0].keyBroken).toEqual({
			holder: 'ann',
			why: 'compromised',
			from: '2026-02-10',
			known: '2026-03-06T12:00:00Z',
		});
		const out = join(office.folder, '../packet');
		office.as('eve', '2026-04-02').sop('audit', '--from', '2026-01-01', '--to', '2026-03-31', '--out', out);
		const approvals = JSON.parse(readFileSync(join(out, 'data/approvals.json'), 'utf8'));
		expect(approvals.rows).toMatchObject([{ file: record, who: 'record-signed', counts: true }]);
		expect(approvals.rows[0].learnt).toMatch(learnt);
	});

	it('was not known before, and is not told of what was asked for then', () => {
		const { office } = compromisedLater();
		const then = office.sop('show', smallId, '--why', '--as-of', '2026-03-01').stderr;
		expect(then).toContain('record-signed');
		expect(then).not.toContain('learnt later');
	});

	it('is told no more once the record is withdrawn', () => {
		const { office, record } = compromisedLater();
		const because = ['--reason', 'Her key was stolen'];
		office
			.as('cho', '2026-03-07')
			.does('withdraw', smallId, '--record', record, ...because, '--sign', '--commit');
		expect(warnings(office)).toBe('');
		expect(office.list(smallId)?.inForce).toBeNull();
	});
});

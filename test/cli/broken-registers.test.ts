import { describe, expect, it } from 'vitest';
import type { Office } from '../support/office.ts';
import { smallFile, smallId, smallOffice } from '../support/small-office.ts';

const people = 'registers/people.yaml';
const roles = 'registers/roles.yaml';
const place = '.github/CODEOWNERS';

/** A library with a procedure in force, whose registers are entered and whose owners CODEOWNERS names. */
function office(): Office {
	const made = smallOffice({ config: 'approvals: required\nkeeper: quality\n' });
	const known = ['controller', 'quality', 'clerk'].map((id) => `  - id: ${id}\n`).join('');
	made.as('adm', '2026-01-11').write({ [roles]: `format: 1\nroles:\n${known}` }).save('Roles');
	made.as('ann', '2026-01-20').does('approve', smallId, '--sign', '--commit');
	made.as('adm').does('codeowners', '--commit');
	return made.as('ann', '2026-01-21');
}

interface Lint {
	readonly findings: readonly { readonly rule: string; readonly severity: string; readonly file: string }[];
	readonly notEvaluated: readonly { readonly rule: string; readonly reason: string }[];
}

/** Errors by rule and file, and why entries of registers were not looked for. */
function lint(office: Office) {
	const { findings, notEvaluated }: Lint = JSON.parse(office.sop('lint', '--format', 'json').stdout);
	return {
		errors: findings.filter(({ severity }) => severity === 'error').map(({ rule, file }) => `${rule} ${file}`),
		untold: notEvaluated.flatMap(({ rule, reason }) => (rule === 'register/entry-removed' ? [reason] : [])),
	};
}

const broken: readonly (readonly [what: string, file: string, from: string, to: string, rule: string])[] = [
	['a bracket that is not closed', people, '  - id: bob', '  - id: [bob', 'document/syntax'],
	['an entry without its id', people, '  - id: bob', '  - name: bob', 'document/schema'],
	['an address that is none', people, '{ address: bob@acme.example }', '{ address: [bob] }', 'document/schema'],
	['a bracket that is not closed', roles, '  - id: quality', '  - id: [quality', 'document/syntax'],
	['an entry without its id', roles, '  - id: quality', '  - name: quality', 'document/schema'],
];

describe.each(broken)('%s, in %s', (_, file, from, to, rule) => {
	const kind = file === people ? 'people' : 'roles';
	const only = { errors: [`${rule} ${file}`], untold: [`the ${kind} register cannot be read`] };

	it('is told once, and nothing else is held against the library', () => {
		const one = office();
		expect(lint(one)).toEqual({ errors: [], untold: [] });
		one.edit(file, from, to);
		expect(lint(one)).toEqual(only);
		one.save('Broken');
		expect(lint(one)).toEqual(only);
	});

	it('keeps CODEOWNERS as it is', () => {
		const one = office();
		one.edit(file, from, to);
		const before = one.read(place);
		for (const more of [[], ['--check'], ['--commit']])
			expect(one.refuses('codeowners', ...more)).toMatch(
				new RegExp(`^3: sop: ${file} is not valid: .+; nothing was written\n.+sop lint ${file} shows`),
			);
		expect(one.read(place)).toBe(before);
	});
});

describe('a register of which another part is wrong', () => {
	it('still tells which entries are gone', () => {
		const one = office();
		const bob = /^ {2}- id: bob\n(?: {4}.*\n)+/m;
		one.edit(people, bob, '').edit(people, '  - id: ann', '  - nmae: Ann\n    id: ann');
		expect(lint(one).untold).toEqual([]);
		expect(lint(one).errors).toContain(`register/entry-removed ${people}`);
	});

	it('that was emptied or deleted has lost all of them', () => {
		const emptied = office().write({ [people]: '' });
		expect(lint(emptied).errors).toContain(`register/entry-removed ${people}`);
		const gone = office();
		gone.git('rm', '--quiet', people);
		expect(lint(gone).errors).toContain(`register/entry-removed ${people}`);
	});

	it('leaves documents as they were judged', () => {
		const one = office().edit(people, '  - id: bob', '  - id: [bob').save('Broken');
		expect(one.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
		expect(one.read(smallFile)).toContain(smallId);
	});
});

import { describe, expect, it } from 'vitest';
import { namedRoles, renameRoles } from '../../../../src/scaffold/questions/rename-roles.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';
import { shippedTemplates } from '../../../support/shipped-templates.ts';

const text = `owner: controller
roles:
  - id: preparer  # does it
    role: staff-accountant
  - id: controller
    duty: Signs
  - id: bank
    external: true
inputs:
  - id: list
    from: treasury-manager
outputs:
  - id: result
    handoff:
      to:
        - controller
        - treasury-manager
procedure:
  - id: a
    by: controller
approval:
  signatures:
    - role: controller
    - role: cfo
`;

describe('roles of a template', () => {
	it('are those of the register that it names, the owner first', () => {
		expect(namedRoles(text)).toEqual(['controller', 'staff-accountant', 'cfo']);
	});

	it('become others without a change of the steps', () => {
		const renamed = renameRoles(
			text,
			new Map([
				['controller', 'head-of-finance'],
				['staff-accountant', 'bookkeeper'],
				['treasury-manager', 'head-of-finance'],
			]),
		);
		expect(readYaml(renamed).value).toEqual({
			owner: 'head-of-finance',
			roles: [
				{ id: 'preparer', role: 'bookkeeper' },
				{ id: 'controller', role: 'head-of-finance', duty: 'Signs' },
				{ id: 'bank', external: true },
			],
			inputs: [{ id: 'list', from: 'head-of-finance' }],
			outputs: [{ id: 'result', handoff: { to: ['controller', 'head-of-finance'] } }],
			procedure: [{ id: 'a', by: 'controller' }],
			approval: { signatures: [{ role: 'head-of-finance' }, { role: 'cfo' }] },
		});
		expect(renamed).toContain('# does it');
	});

	it('of every template can be told and given other names', () => {
		for (const { name, text: template } of shippedTemplates) {
			const roles = namedRoles(template);
			expect(roles.length, name).toBeGreaterThan(0);
			const other = renameRoles(template, new Map(roles.map((role) => [role, `our-${role}`])));
			expect(namedRoles(other), name).toEqual(roles.map((role) => `our-${role}`));
			expect(readYaml(other).problems, name).toEqual([]);
		}
	});
});

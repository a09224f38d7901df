import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { smallId, smallOffice } from '../support/small-office.ts';
import { person, trainingLine, trainingRepository } from '../support/training-library.ts';

/** An office whose one approval is on record, with the path of that record; Eve is at the keyboard in February. */
function withRecord() {
	const office = smallOffice();
	const [path = ''] = office
		.as('ann', '2026-01-20')
		.does('approve', smallId, '--sign', '--commit')
		.split('\n');
	office.as('eve', '2026-02-01');
	return { office, path, text: office.read(path) };
}

describe('a record that was removed', () => {
	it('is told of until it is back byte for byte, and by no lint from then on', () => {
		const { office, path, text } = withRecord();
		office.git('rm', '--quiet', path);
		office.save('Remove');
		expect(office.lint()).toEqual([`record/removed ${path}`]);
		office.write({ [path]: `${text}# as it was\n` }).save('Bring back something');
		expect(office.lint()).toContain(`record/removed ${path}`);
		office.write({ [path]: text }).save('Bring it back');
		expect(office.lint()).toEqual([]);
		expect(office.list(smallId)).toMatchObject({ inForce: '1.0', status: 'effective' });
	});

	it('is told of anew where it goes again', () => {
		const { office, path } = withRecord();
		office.git('rm', '--quiet', path);
		office.save('Remove');
		office.git('revert', '--no-edit', 'HEAD');
		expect(office.lint()).toEqual([]);
		office.as('eve', '2026-02-02').git('rm', '--quiet', path);
		office.save('Remove again');
		expect(office.sop('lint', '--format', 'line').stdout.match(/ was removed by /g)).toHaveLength(1);
	});

	it('stays in the packet of the period, and so does who brought it back', () => {
		const { office, path } = withRecord();
		office.git('rm', '--quiet', path);
		office.save('Remove');
		office.as('eve', '2026-02-03').git('revert', '--no-edit', 'HEAD');
		const out = join(office.folder, '../packet');
		office.as('eve', '2026-04-02').sop('audit', '--from', '2026-01-01', '--to', '2026-03-31', '--out', out);
		const [header, ...rows] = readFileSync(join(out, 'data/lost-records.csv'), 'utf8').trim().split(/\r?\n/);
		expect(header).toBe('Record,What,Commit,On,Back by,Back on');
		const [back, removed] = office.git('log', '-2', '--format=%H').split('\n');
		expect(rows).toEqual([`${path},removed,${removed},2026-02-01,${back},2026-02-03`]);
		expect(readFileSync(join(out, 'data/findings.csv'), 'utf8')).not.toContain('record/removed');
	});

	it('does not stand in the way of the branch that brings it back', () => {
		const { office, path, text } = withRecord();
		office.git('rm', '--quiet', path);
		office.save('Remove');
		office.git('switch', '--quiet', '-c', 'mend');
		expect(office.lint()).toEqual([`record/removed ${path}`]);
		office.write({ [path]: text }).save('Bring it back');
		expect(office.lint()).toEqual([]);
		office.git('switch', '--quiet', 'main');
		expect(office.lint()).toEqual([`record/removed ${path}`]);
		office.merge('mend');
		expect(office.lint()).toEqual([]);
	});
});

describe('a record that was changed', () => {
	it('is told of at each change, and no more once it is as it was', () => {
		const { office, path, text } = withRecord();
		const told = () => office.lint().filter((one) => one === `record/changed ${path}`).length;
		office.write({ [path]: `${text}# mine\n` }).save('Change');
		expect(told()).toBe(1);
		office.write({ [path]: `${text}# yours\n` }).save('Change more');
		expect(told()).toBe(2);
		office.write({ [path]: text }).save('Bring it back');
		expect(office.lint()).toEqual([]);
	});
});

describe('lines of trainings', () => {
	const file = 'records/training/ann/2024.jsonl';
	const repository = () => {
		const made = trainingRepository([person('ann', 'clerk')]);
		const [first = '', second = '', third = ''] = ['Baking', 'Paying', 'Brewing'].map((what) =>
			trainingLine(made, { what }),
		);
		made.commit('2024-02-01', { [file]: first + second });
		const told = () => made.sop('lint', '--format', 'line').stdout.match(/was (?:changed|removed) by/g) ?? [];
		return { made, first, second, third, told };
	};
	const altered = (line: string) => line.replace('ann', 'bob');

	it('that were altered, left out or removed are told of until they are back', () => {
		const { made, first, second, told } = repository();
		for (const [day, text] of [
			['02', first + altered(second)],
			['04', first],
			['06', null],
		] as const) {
			made.commit(`2024-02-${day}`, { [file]: text });
			expect(told(), day).toHaveLength(1);
			made.gitAt(`2024-02-${day}`, 'revert', '--no-edit', 'HEAD');
			expect(told(), day).toEqual([]);
		}
	});

	it('are not back where one is lost that came meanwhile', () => {
		const { made, first, second, third, told } = repository();
		made.commit('2024-02-02', { [file]: first + altered(second) });
		made.commit('2024-02-03', { [file]: first + altered(second) + third });
		made.commit('2024-02-04', { [file]: first + second });
		expect(told()).toHaveLength(2);
		made.commit('2024-02-05', { [file]: first + second + third });
		expect(told()).toEqual([]);
	});

	it('grow on after they are back', () => {
		const { made, first, second, third, told } = repository();
		made.commit('2024-02-02', { [file]: second });
		made.commit('2024-02-03', { [file]: first + second + third });
		expect(told()).toEqual([]);
		made.commit('2024-02-04', { [file]: first + second });
		expect(told()).toHaveLength(1);
	});
});

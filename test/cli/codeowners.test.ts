import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configText, type HistoryRepository, libraryRepository, sopText } from '../support/history-repository.ts';
import { runSop } from '../support/run-sop.ts';
import { smallSop, temporaryLibrary } from '../support/temporary-library.ts';

const people = `format: 1
people:
  - id: j.roe
    name: John Roe
    handle: "@john-roe"
    addresses: [{ address: john@acme.example }]
    roles: [{ role: controller, from: 2024-01-01 }]
  - id: a.lee
    name: Ann Lee
    addresses: [{ address: ann@old.example, until: 2024-06-30 }, { address: ann@acme.example, from: 2024-07-01 }]
    roles: [{ role: quality, from: 2024-01-01 }]
  - id: gone
    name: Gone
    addresses: [{ address: gone@acme.example }]
    roles: [{ role: controller, from: 2024-01-01, until: 2024-12-31 }]
`;
const signedBy = (text: string, ...roles: readonly string[]) =>
	text.replace(
		/ {2}signatures:\n(?: {4}.*\n)+/,
		`  signatures:\n${roles.map((role) => `    - role: ${role}\n      meaning: approval\n`).join('')}`,
	);
/** A library with two people, an SOP that both answer for, and a keeper. */
function library(config = 'keeper: quality\n'): HistoryRepository {
	const repository = libraryRepository(config);
	repository.commit('2024-02-01', {
		'registers/people.yaml': people,
		'a.sop.yaml': null,
		'sops/pay invoice.sop.yaml': signedBy(sopText(), 'controller', 'quality'),
	});
	return repository;
}
const textIn = (repository: HistoryRepository, place = '.github/CODEOWNERS') =>
	readFileSync(join(repository.folder, place), 'utf8');
const block = `# sop codeowners: begin. Written by sop codeowners; do not edit up to its end.
/.github/CODEOWNERS ann@acme.example
/.sop-baseline.json ann@acme.example
/records/ ann@acme.example
/registers/ ann@acme.example
/sop.config.yaml ann@acme.example
/sops/pay\\ invoice.sop.yaml @john-roe ann@acme.example
# sop codeowners: end
`;

describe('sop codeowners', () => {
	it('writes holders of today, by handle or address, and says how to commit', () => {
		const repository = library();
		const { code, stdout, stderr } = repository.sop('codeowners');
		expect({ code, stdout }).toEqual({ code: 0, stdout: '.github/CODEOWNERS\n' });
		expect(stderr).toContain('git add -- .github/CODEOWNERS && git commit');
		expect(textIn(repository)).toBe(block);
		const again = repository.sop('codeowners', '--check');
		expect(again).toMatchObject({ code: 0, stdout: '' });
	});

	it('agrees with lint: nothing is without an owner then', () => {
		const repository = library();
		const unowned = () =>
			JSON.parse(repository.sop('lint', '--rule', 'access/no-code-owner', '--format', 'json').stdout).findings.map(
				({ file }: { file: string }) => file,
			);
		repository.write({ CODEOWNERS: '# nobody\n' });
		expect(unowned()).toEqual(['registers/people.yaml', 'sop.config.yaml', 'sops/pay invoice.sop.yaml']);
		repository.sop('codeowners');
		expect(unowned()).toEqual([]);
	});

	it('keeps the place and the lines of others, and its own place among them', () => {
		const repository = library();
		repository.write({ 'docs/CODEOWNERS': '# Ours\r\n* @acme/all\r\n' });
		repository.sop('codeowners');
		expect(textIn(repository, 'docs/CODEOWNERS')).toBe(
			`# Ours\n* @acme/all\n\n${block.replace('/.github/CODEOWNERS ann@acme.example\n', '').replace('/records/', '/docs/CODEOWNERS ann@acme.example\n/records/')}`.replaceAll(
				'\n',
				'\r\n',
			),
		);
		const before = textIn(repository, 'docs/CODEOWNERS');
		repository.write({ 'docs/CODEOWNERS': `${before}/src/ @acme/code\r\n`, 'registers/people.yaml': people.replace('@john-roe', '@jroe') });
		repository.sop('codeowners');
		expect(textIn(repository, 'docs/CODEOWNERS')).toBe(`${before.replace('@john-roe', '@jroe')}/src/ @acme/code\r\n`);
	});

	it('--check ends with 1, prints what differs and writes nothing', () => {
		const repository = library();
		repository.sop('codeowners');
		repository.write({
			'registers/people.yaml': people.replace('role: quality, from: 2024-01-01', 'role: quality, from: 2025-06-01'),
		});
		const { code, stdout, stderr } = repository.sop('codeowners', '--check');
		expect(code).toBe(1);
		expect(stdout).toContain('- /sops/pay\\ invoice.sop.yaml @john-roe ann@acme.example\n');
		expect(stdout).toContain('+ /sops/pay\\ invoice.sop.yaml @john-roe\n');
		expect(stderr).toContain('sops/pay invoice.sop.yaml: nobody holds quality');
		expect(stderr).toContain('keeper: quality: nobody holds quality');
		expect(textIn(repository)).toBe(block);
	});

	it('names what has no owner, in the file and in words', () => {
		const repository = libraryRepository();
		const { code, stderr } = repository.sop('codeowners');
		expect(code).toBe(0);
		expect(stderr).toContain('a.sop.yaml has no owner: there is no people register.');
		expect(stderr).toContain('name a role or person in sop.config.yaml, such as keeper: quality');
		expect(textIn(repository)).toContain('# No owner: /a.sop.yaml\n');
		repository.write({ 'registers/people.yaml': people.replace('"@john-roe"', '"@j"').replace('role: controller, from: 2024-01-01 }]\n  - id: a', 'role: clerk }]\n  - id: a') });
		expect(repository.sop('codeowners').stderr).toContain('a.sop.yaml has no owner: nobody holds controller');
	});

	it('keeps the owners of a document that cannot be read, and ends with 1', () => {
		const repository = library();
		repository.sop('codeowners');
		repository.write({ 'sops/pay invoice.sop.yaml': 'id: SOP-FIN-900\ntitle: "open\n' });
		const { code, stderr } = repository.sop('codeowners', '--check');
		expect({ code }).toEqual({ code: 1 });
		expect(stderr).toContain('it cannot be read, so its owners stay as they were');
		expect(repository.sop('codeowners').stdout).toBe('');
		expect(textIn(repository)).toBe(block);
	});

	it('says where a line below the block takes owners away', () => {
		const repository = library();
		repository.sop('codeowners');
		repository.write({ '.github/CODEOWNERS': `${block}/sops/ @acme/everybody\n` });
		const { code, stderr } = repository.sop('codeowners', '--check');
		expect(code).toBe(1);
		expect(stderr).toContain('sops/pay invoice.sop.yaml: a line below the block gives it other owners');
	});

	it('commits exactly the file, from a library in a folder of the repository', () => {
		const repository = library();
		repository.environment = { GIT_AUTHOR_NAME: 'Jane', GIT_AUTHOR_EMAIL: 'j@acme.example' };
		repository.commit('2024-03-01', {
			'lib/sop.config.yaml': configText(),
			'lib/a.sop.yaml': sopText({ id: 'SOP-FIN-901' }),
			'lib/registers/people.yaml': people,
		});
		const { code } = repository.sopIn('lib', 'codeowners', '--commit');
		expect(code).toBe(0);
		expect(repository.git('show', '--name-only', '--format=%s', 'HEAD')).toBe(
			'Write CODEOWNERS from owners and signers\n\n.github/CODEOWNERS',
		);
		expect(textIn(repository)).toContain('\n/lib/a.sop.yaml @john-roe\n');
		repository.write({ 'b.txt': '' }).git('add', 'b.txt');
		repository.write({ 'lib/b.sop.yaml': sopText({ id: 'SOP-FIN-902' }) });
		const refused = repository.sopIn('lib', 'codeowners', '--commit');
		expect(refused).toMatchObject({ code: 2, stdout: '' });
		expect(refused.stderr).toContain('"b.txt" is staged already');
	});

	it('refuses a torn block, a link, a folder without git, and another moment', () => {
		const repository = library();
		repository.write({ CODEOWNERS: block.replace('# sop codeowners: end\n', '') });
		expect(repository.sop('codeowners')).toMatchObject({ code: 2, stdout: '' });
		repository.write({ CODEOWNERS: null, '.github/x': '' });
		symlinkSync('x', join(repository.folder, '.github/CODEOWNERS'));
		expect(repository.sop('codeowners').stderr).toContain('is no file that a forge would read');
		expect(repository.sop('codeowners', '--on', '2024-01-01').stderr).toContain('it takes no --on');
		expect(runSop(temporaryLibrary({ 'a.sop.yaml': smallSop }), 'codeowners').code).toBe(2);
	});

	it('lets nothing in a register or a path end a line or name somebody else', () => {
		const repository = library();
		repository.write({
			'registers/people.yaml': people.replace('ann@acme.example', '"ann @evil #@x"'),
			'sops/a # b\\c.sop.yaml': sopText({ id: 'SOP-FIN-903' }),
		});
		const { stderr } = repository.sop('codeowners');
		const text = textIn(repository);
		expect(text).not.toContain('evil');
		expect(text).toContain('/sops/a\\ #\\ b\\\\c.sop.yaml @john-roe\n');
		expect(stderr).toContain('a.lee has neither a handle nor an address today');
		repository.write({ 'registers/people.yaml': people.replace('@john-roe', '@john roe @evil') });
		expect(repository.sop('codeowners')).toMatchObject({ code: 3, stdout: '' });
		expect(textIn(repository)).toBe(text);
	});
});

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanEnvironment } from './run-sop.ts';
import { git, smallSop, temporaryFolder, temporaryLibrary } from './temporary-library.ts';

const library = '3f1b0c6a9d4e4f7aa2c5d8e1b7064c92';

function numbered(id: string, version: string, effective?: string): string {
	const row = `  - version: "${version}"\n    date: 2026-02-20\n    author: eve\n    what: Words\n    why: Yearly review\n`;
	return smallSop
		.replace('SOP-FIN-900', id)
		.replace(
			'version: "1.0"',
			`version: "${version}"${effective === undefined ? '' : `\neffective: ${effective}`}`,
		)
		.replace('change_log:\n', version === '1.0' ? 'change_log:\n' : `change_log:\n${row}`)
		.replace('author: jane.doe', 'author: eve');
}

/**
 * A committed library with people, in which SOP-FIN-001 1.0 is in force, 2.2 of it will be in a month, and SOP-FIN-012 is
 * in force; eve wrote them. Whoever calls git here is ann, the controller, who signs with an SSH key.
 */
export function controlledLibrary(): string {
	const keys = temporaryFolder();
	const key = join(keys, 'ann');
	execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'ann', '-f', key]);
	const folder = temporaryLibrary({
		'sop.config.yaml': `format: 1\nlibrary: ${library}\nadopted: 2020-01-01\n`,
		'registers/people.yaml': `format: 1
people:
  - id: ann
    addresses: [{ address: jane.doe@acme.example }]
    roles: [{ role: controller, from: 2019-01-01 }]
    keys: [{ ssh: "${readFileSync(`${key}.pub`, 'utf8').trim()}" }]
  - id: j.roe
    roles: [{ role: controller, from: 2015-01-01, until: 2019-12-31 }]
  - id: eve
    addresses: [{ address: eve@acme.example }]
    roles: [{ role: clerk }]
`,
		'scan.pdf': '%PDF-1.4 a scan',
		'sops/001.sop.yaml': numbered('SOP-FIN-001', '1.0'),
		'sops/012.sop.yaml': numbered('SOP-FIN-012', '1.0'),
	});
	git(folder, 'init', '--quiet', '--initial-branch', 'main');
	commitAsEve(folder, 'First versions');
	const month = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
	writeFileSync(join(folder, 'sops/001.sop.yaml'), numbered('SOP-FIN-001', '2.2', month));
	commitAsEve(folder, 'Version 2.2');
	git(folder, 'config', 'gpg.format', 'ssh');
	git(folder, 'config', 'user.signingKey', key);
	return folder;
}

/** Commits all of it as the author of the documents. */
function commitAsEve(folder: string, message: string): void {
	const eve = { GIT_AUTHOR_EMAIL: 'eve@acme.example', GIT_COMMITTER_EMAIL: 'eve@acme.example' };
	const env = { ...cleanEnvironment(), ...eve };
	execFileSync('git', ['add', '--all'], { cwd: folder, env });
	execFileSync('git', ['commit', '--quiet', '--message', message], { cwd: folder, env });
}

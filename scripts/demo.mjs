// What `npm run demo` shows a person: the example library checked, and a published procedure with its real defect found.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// A copy with a repository of its own: that of sop has a past which is not the examples'.
const top = mkdtempSync(join(tmpdir(), 'sop-demo-'));
const library = join(top, 'examples');
process.once('exit', () => rmSync(top, { recursive: true, force: true }));
cpSync(join(root, 'examples'), library, { recursive: true });
const jane = [
	'-c',
	'user.name=Jane Doe',
	'-c',
	'user.email=jane.doe@acme.example',
	'-c',
	'commit.gpgSign=false',
];
for (const words of [
	['init', '--quiet', '--initial-branch=main'],
	['add', '--all'],
	[...jane, 'commit', '--quiet', '--no-verify', '--message', 'Adopt the procedures'],
])
	spawnSync('git', words, { cwd: library });

run(
	'The procedures of examples/, drawn from published ones, in a repository of their own',
	0,
	library,
	'list',
);
run('Checked with every rule, every warning an error', 0, library, 'lint', '--preset', 'strict');
run(
	'One of them as its publisher wrote it: for exactly 10,000 dollars it says nothing',
	1,
	root,
	'lint',
	'--rule',
	'decisions',
	'test/real/price-of-exactly-10000',
);
console.log('Next: node bin/sop.js --help, or the README.');

function run(title, expected, folder, ...words) {
	console.log(`\n── ${title}\n   $ sop ${words.join(' ')}\n`);
	const { status, error } = spawnSync(process.execPath, [`${root}bin/sop.js`, ...words], {
		cwd: folder,
		stdio: 'inherit',
	});
	if (error) throw error;
	if (status !== expected) {
		console.error(`sop ended with ${status}, and ${expected} was expected.`);
		process.exit(1);
	}
}

// What `npm run demo` shows a person: the example library checked, and a published procedure with its real defect found.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

run('The procedures in examples/, drawn from published ones', 0, 'list', '--cwd', 'examples');
// The examples lie in the repository of sop itself, whose past is not theirs.
run(
	'Checked with every rule, every warning an error',
	0,
	'lint',
	'--cwd',
	'examples',
	'--preset',
	'strict',
	'--no-history',
);
run(
	'One of them as its publisher wrote it: for exactly 10,000 dollars it says nothing',
	1,
	'lint',
	'--rule',
	'decisions',
	'test/real/price-of-exactly-10000',
);
console.log('Next: node bin/sop.js --help, or the README.');

function run(title, expected, ...words) {
	console.log(`\n── ${title}\n   $ sop ${words.join(' ')}\n`);
	const { status, error } = spawnSync(process.execPath, [`${root}bin/sop.js`, ...words], {
		cwd: root,
		stdio: 'inherit',
	});
	if (error) throw error;
	if (status !== expected) {
		console.error(`sop ended with ${status}, and ${expected} was expected.`);
		process.exit(1);
	}
}

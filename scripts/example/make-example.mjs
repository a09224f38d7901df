// Makes the example company, which `sop init --example` copies: example/company.bundle. `npm run example`; with --check it
// tells whether the one that ships is the one that would be made.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { tell } from './story.mjs';
import { bundleOf, Workplace } from './workplace.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = join(root, 'example/company.bundle');

/** Tells the story in a folder of its own and gives the repository, which is there until `done` is called. */
export async function makeExample() {
	const top = realpathSync(mkdtempSync(join(tmpdir(), 'sop-example-')));
	const work = new Workplace(top, createRequire(import.meta.url)(join(root, 'dist/program.cjs')));
	await tell(work);
	return {
		folder: work.folder,
		head: work.git('rev-parse', 'HEAD'),
		done: () => rmSync(top, { recursive: true }),
	};
}

/** The head of the example company that ships. */
export function shippedHead() {
	return execFileSync('git', ['bundle', 'list-heads', bundle, 'HEAD'], { encoding: 'utf8' }).split(' ')[0];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { folder, head, done } = await makeExample();
	if (process.argv.includes('--check')) {
		const same = head === shippedHead();
		console.log(
			same
				? `The example company is ${head}`
				: `It would be ${head}; ${shippedHead()} ships. npm run example makes it anew.`,
		);
		process.exitCode = same ? 0 : 1;
	} else {
		mkdirSync(join(root, 'example'), { recursive: true });
		bundleOf(folder, bundle);
		console.log(
			`${head}: ${execFileSync('git', ['rev-list', '--count', 'HEAD'], { cwd: folder, encoding: 'utf8' }).trim()} commits, ${readFileSync(bundle).length} bytes`,
		);
	}
	if (process.argv.includes('--keep')) console.log(folder);
	else done();
}

// Prints a folder with a Node binary of the asked major version, fetched through the npm package `node`. It is a copy that
// every user may run: some tests start `sop` as somebody who may do little, and npm keeps its own where only its user looks.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const [major] = process.argv.slice(2);
try {
	const path = execFileSync('npx', ['-y', '-p', `node@${major}`, 'node', '-p', 'process.execPath'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	}).trim();
	const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
	if (!version.startsWith(`v${major}.`)) throw new Error(`got ${version}`);
	const folder = join(tmpdir(), `sop-node-${version}-${process.pid}`);
	mkdirSync(folder, { recursive: true });
	chmodSync(folder, 0o755);
	copyFileSync(path, join(folder, 'node'));
	chmodSync(join(folder, 'node'), 0o755);
	console.log(folder);
} catch (error) {
	console.error(String(error));
	process.exit(1);
}

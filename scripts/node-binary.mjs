// Prints the folder of a Node binary of the asked major version, fetched through the npm package `node`.
import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import process from 'node:process';

const [major] = process.argv.slice(2);
try {
	const path = execFileSync('npx', ['-y', '-p', `node@${major}`, 'node', '-p', 'process.execPath'], {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'pipe'],
	}).trim();
	const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim();
	if (!version.startsWith(`v${major}.`)) throw new Error(`got ${version}`);
	console.log(dirname(path));
} catch (error) {
	console.error(String(error));
	process.exit(1);
}

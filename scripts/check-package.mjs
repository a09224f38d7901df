// Packs the project, installs the tarball in an empty folder without a registry, and uses it there as a user would.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sop package '));
const run = (command, args, options = {}) =>
	execFileSync(command, args, {
		cwd: folder,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		...options,
	});

try {
	execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
	const [{ filename, size, entryCount }] = JSON.parse(
		run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root }),
	);
	console.log(`${filename}: ${entryCount} files, ${Math.round(size / 1024)} kB`);
	writeFileSync(join(folder, 'package.json'), '{ "private": true }');
	// Offline, so that a dependency left out of the bundle is a failure here and not at a user's.
	run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`]);
	const sop = join(folder, 'node_modules/.bin/sop');
	const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
	expect(run(sop, ['--version']).trim() === version, `sop --version says ${version}`);
	expect(run(sop, ['--help']).includes('lint'), 'sop --help lists the commands');
	cpSync(join(root, 'examples'), join(folder, 'library'), { recursive: true });
	expect(
		run(sop, ['lint', '--cwd', 'library', '--preset', 'strict']).includes('no findings'),
		'the examples lint clean',
	);
	writeFileSync(join(folder, 'library/broken.sop.yaml'), 'format: 1\nid: [\n');
	const broken = spawnSync(sop, ['lint', '--cwd', 'library'], { cwd: folder, encoding: 'utf8' });
	expect(
		broken.status === 1 && broken.stdout.includes('document/syntax'),
		'a broken file is found, with exit code 1',
	);
	run(sop, ['init', 'office', '--example'], { stdio: ['ignore', 'pipe', 'ignore'] });
	expect(
		run(sop, ['list', '--cwd', 'office', '--as-of', '2026-09-30', '--quiet']).includes('suspended'),
		'the example company comes with its history',
	);
	expect(
		run(sop, ['new', 'bank-reconciliation', '--cwd', 'library', '--stdout', '--quiet']).includes(
			'<name of the bank portal>',
		),
		'a template asks what only the user knows',
	);
	console.log('The package works where it was installed.');
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function expect(holds, what) {
	if (!holds) throw new Error(`The installed package fails: ${what}`);
	console.log(`  ok: ${what}`);
}

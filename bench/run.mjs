// `npm run bench`: ratios taken in one run on this machine, and the limits they are held against.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundledSopSchema } from './bundle-schema.mjs';
import { makeApprovals } from './make-approvals.mjs';
import { makeHistory } from './make-history.mjs';
import { makeLibrary } from './make-library.mjs';
import { makeTrainings, peopleText } from './make-trainings.mjs';
import { compare, measureOnce } from './measure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sop-bench-'));
const sop = [process.execPath, join(root, 'bin/sop.js')];
const node = [process.execPath, '-e', '0'];

try {
	console.log(
		`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}\n`,
	);
	// All of it, or the part that is named.
	const [part] = process.argv.slice(2);
	const isWanted = (name) => part === undefined || part === name;
	if (isWanted('files')) await benchFiles();
	if (isWanted('past')) await benchPast();
	if (isWanted('approvals')) await benchApprovals();
	if (isWanted('audit')) await benchAudit();
} finally {
	rmSync(folder, { recursive: true, force: true });
}

function row(name, { a, b, ratio, least, most }, limit) {
	const figures = `${ratio.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)}; ${(a * 1000).toFixed(0)} ms against ${(b * 1000).toFixed(0)} ms)`;
	verdict(name, figures, ratio <= limit, limit);
}

function verdict(name, figures, reached, limit) {
	console.log(`${name}\n    ${figures}   limit ${limit}: ${reached ? 'reached' : 'NOT REACHED'}`);
}

function installPeers() {
	const peers = join(root, 'bench/peers');
	if (existsSync(join(peers, 'node_modules/.bin/ajv'))) return true;
	return spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'ignore' }).status === 0;
}

/** Start-up, one file, and many files, against the peers. */
async function benchFiles() {
	const [one] = makeLibrary(join(folder, 'one'), 1);
	makeLibrary(join(folder, 'thousand'), 1000);

	row('sop --version / node -e 0', compare([...sop, '--version'], node, { runs: 15 }), 1.3);
	row('sop lint ONE_FILE / node -e 0', compare([...sop, 'lint', one], node, { runs: 15 }), 3);

	const thousand = join(folder, 'thousand');
	const lint = [...sop, 'lint', '--no-cache', thousand];
	if (installPeers()) {
		const bin = (name) => join(root, 'bench/peers/node_modules/.bin', name);
		const schema = join(folder, 'sop.json');
		writeFileSync(schema, JSON.stringify(bundledSopSchema(root)));
		const ajv = [
			bin('ajv'),
			'validate',
			'--spec=draft2020',
			'--strict=false',
			'-s',
			schema,
			'-d',
			`${thousand}/**/*.yaml`,
		];
		row('sop lint, 1,000 files, all rules / ajv-cli, schema only', compare(lint, ajv, { runs: 7 }), 1.5);
		// The first of these runs is the one that remembers.
		spawnSync('git', ['init', '--quiet', thousand]);
		const again = lint.filter((word) => word !== '--no-cache');
		measureOnce(again);
		row('the same, run again / ajv-cli, schema only', compare(again, ajv, { runs: 7 }), 1.5);
		const ruleset = join(folder, 'ruleset.json');
		const check = {
			given: '$',
			severity: 'error',
			// biome-ignore lint/suspicious/noThenProperty: a ruleset of Spectral has this key.
			then: {
				function: 'schema',
				functionOptions: { schema: bundledSopSchema(root), dialect: 'draft2020-12' },
			},
		};
		writeFileSync(ruleset, JSON.stringify({ rules: { sop: check } }));
		const spectral = [bin('spectral'), 'lint', '--quiet', '-r', ruleset, `${thousand}/**/*.yaml`];
		row(
			'sop lint, 1,000 files, all rules / Spectral, schema only',
			compare(lint, spectral, { runs: 1 }),
			0.1,
		);
	} else {
		console.log('SKIPPED: ajv-cli and Spectral could not be installed: no registry. Not passed, not failed.');
	}

	mkdirSync(join(folder, 'ten'));
	makeLibrary(join(folder, 'ten'), 10_000);
	const { seconds, peak } = measureOnce([...sop, 'lint', '--no-cache', join(folder, 'ten')], { peak: true });
	verdict(
		'sop lint, 10,000 files: peak memory',
		`${peak.toFixed(0)} MiB in ${seconds.toFixed(1)} s`,
		peak <= 400,
		'400 MiB',
	);
}

/** A long past, against git itself. */
async function benchPast() {
	console.log('\nA repository of 10,000 SOPs of 3 kB and 50,000 commits (made in a minute or two)\n');
	const past = join(folder, 'past');
	await makeHistory(past, 10_000, 50_000);
	const log = ['git', '-C', past, 'log', '--raw'];
	const forget = () => rmSync(join(past, '.git/sop'), { recursive: true, force: true });
	const history = [...sop, 'history', 'SOP-FIN-00005', '--cwd', past];
	row('sop history ID, first index / git log --raw', compare(history, log, { runs: 3, before: forget }), 1.5);
	row('sop history ID, later / node -e 0', compare(history, node, { runs: 15 }), 3);
	const lintPast = [...sop, 'lint', '--quiet', '--cwd', past];
	row(
		'sop lint with the rules about the past, cold / git log --raw',
		compare(lintPast, log, { runs: 3, before: forget }),
		2,
	);
	for (const [name, words] of [
		['sop history ID, first index', history],
		['sop lint with the rules about the past', lintPast],
	]) {
		forget();
		const { seconds, peak } = measureOnce(words, { peak: true });
		verdict(
			`${name}: peak memory`,
			`${peak.toFixed(0)} MiB in ${seconds.toFixed(1)} s`,
			peak <= 600,
			'600 MiB',
		);
	}
}

/** What thirty thousand approvals add to the answer of `sop list`, against reading the past of the same repository. */
async function benchApprovals() {
	console.log('\nThe same with 30,000 approvals and 200,000 training records (made in some minutes)\n');
	const signed = join(folder, 'signed');
	const settings = 'approvals: required\n';
	await makeHistory(signed, 10_000, 50_000, { settings, people: peopleText(10) });
	const listed = (at) => measureOnce([...sop, 'list', '--format', 'json', '--cwd', at]);
	const { stdout } = spawnSync(sop[0], [...sop.slice(1), 'list', '--format', 'json', '--cwd', signed], {
		encoding: 'utf8',
		maxBuffer: 1e9,
	});
	const drafts = JSON.parse(stdout).documents;
	const after = 1_704_067_200 + 50_001 * 600;
	const inForce = ({ id, standing }) => ({ id, inForce: standing });
	makeTrainings(signed, drafts.map(inForce), 10, after);
	await makeApprovals(signed, drafts, after + 3600);
	rmSync(join(signed, '.git/sop'), { recursive: true, force: true });
	const pass = measureOnce([...sop, 'history', 'SOP-FIN-00005', '--cwd', signed]).seconds;
	const adds = [];
	const plain = join(folder, 'plain');
	await makeHistory(plain, 10_000, 50_000);
	listed(plain);
	for (let run = 0; run < 3; run++) adds.push(listed(signed).seconds - listed(plain).seconds);
	const median = adds.sort((a, b) => a - b)[1];
	verdict(
		'sop list with approvals, less sop list without / first index',
		`${(median / pass).toFixed(2)} (${median.toFixed(1)} s against ${pass.toFixed(1)} s)`,
		median <= pass / 2,
		'0.5',
	);
}

/** A packet of a quarter, against what git takes to tell the past and to give all texts. */
async function benchAudit() {
	console.log(
		'\nA packet of a quarter of 10,000 SOPs of 3 kB and 50,000 commits (made in a minute or two)\n',
	);
	const past = join(folder, 'audited');
	await makeHistory(past, 10_000, 50_000);
	const git = (words) => measureOnce(['sh', '-c', `git -C '${past}' ${words} > /dev/null`]).seconds;
	const log = git('log --raw');
	const texts = git('cat-file --batch --batch-all-objects --buffer --unordered');
	// The last of its 50,000 commits is of December 2024.
	const period = ['--from', '2024-07-01', '--to', '2024-09-30'];
	const packet = [...sop, 'audit', '--quiet', '--cwd', past, ...period, '--out', join(folder, 'packet')];
	const { seconds, peak } = measureOnce(packet, { peak: true, exitCodes: [0, 1] });
	verdict(
		'sop audit of a quarter / git log --raw and reading all objects',
		`${(seconds / (log + texts)).toFixed(2)} (${seconds.toFixed(1)} s against ${log.toFixed(1)} s and ${texts.toFixed(1)} s)`,
		seconds <= 2 * (log + texts),
		'2',
	);
	verdict('sop audit of a quarter: peak memory', `${peak.toFixed(0)} MiB`, peak <= 800, '800 MiB');
}

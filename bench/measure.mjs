// Times whole processes in turn, A B A B …, so that a machine that slows down slows both.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const recorder = new URL('./record-peak.mjs', import.meta.url).href;

/** Runs a command once, after `before` outside of the time: seconds of wall time and the peak of its memory in MiB. */
export function measureOnce(args, options = {}) {
	options.before?.();
	const folder = mkdtempSync(join(tmpdir(), 'sop-bench-'));
	const peakFile = join(folder, 'peak');
	const env = {
		...process.env,
		...(options.peak ? { NODE_OPTIONS: `--import=${recorder}`, SOP_BENCH_PEAK: peakFile } : {}),
	};
	const started = process.hrtime.bigint();
	const run = spawnSync(args[0], args.slice(1), { cwd: options.cwd, env, maxBuffer: 1 << 30 });
	const seconds = Number(process.hrtime.bigint() - started) / 1e9;
	const peak = options.peak ? Number(readFileSync(peakFile, 'utf8')) / 1024 : undefined;
	rmSync(folder, { recursive: true, force: true });
	if (run.error) throw run.error;
	if (!(options.exitCodes ?? [0]).includes(run.status)) {
		throw new Error(
			`${args.join(' ')} ended with ${run.status}\n${run.stdout}\n${run.stderr}`.slice(0, 2000),
		);
	}
	return { seconds, peak };
}

/** Two commands in turn after a warm-up; medians, and the median of the ratios pair by pair. */
export function compare(a, b, { runs, ...options }) {
	measureOnce(a, options);
	measureOnce(b, options);
	const pairs = Array.from({ length: runs }, () => [
		measureOnce(a, options).seconds,
		measureOnce(b, { ...options, before: undefined }).seconds,
	]);
	const ratios = pairs.map(([first, second]) => first / second);
	return {
		a: median(pairs.map(([first]) => first)),
		b: median(pairs.map(([, second]) => second)),
		ratio: median(ratios),
		least: Math.min(...ratios),
		most: Math.max(...ratios),
	};
}

function median(values) {
	const sorted = [...values].sort((x, y) => x - y);
	const middle = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

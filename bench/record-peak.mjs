// Loaded into a measured process: writes the peak of its memory (kB) when it ends.
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.SOP_BENCH_PEAK) {
	process.on('exit', () => writeFileSync(process.env.SOP_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
}

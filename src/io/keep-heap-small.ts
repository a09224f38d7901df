import process from 'node:process';

/** Of what lives in it, in percent: how much the heap may grow before what is dead is looked for. */
const growth = 40;

/** The last major version of Node.js whose V8 is known to have the flag; others would complain of it aloud. */
const lastKnown = 24;

/**
 * Keeps the heap of this process near what lives in it. Left to itself V8 lets it grow to four times that: for ten thousand
 * documents and their past, beyond a gigabyte of what nobody needs any more. For calls that run for minutes; V8 reads the
 * flag whenever it has collected, so that it may be set at any time.
 */
export function keepHeapSmall(): void {
	if (Number(process.versions.node.split('.')[0]) > lastKnown) return;
	process.getBuiltinModule('node:v8').setFlagsFromString(`--heap-growing-percent=${growth}`);
}

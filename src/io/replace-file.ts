import { linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { codeOf, writeAtomically } from './write-atomically.ts';

/** Milliseconds after which whoever has claimed a file is gone: it takes a fraction of one to use the claim. */
const patience = 2000;

/**
 * Writes a file whole in the place of what was read before, or throws (ECHANGED) and leaves it. Of several that have read
 * the same only one can claim it, by a name made of what was read, so that nothing is lost. The claim of a program that was
 * killed in that moment is dropped after a while.
 */
export function replaceFile(path: string, before: Uint8Array, text: string, mode: number | undefined): void {
	refuseChanged(path, before);
	const digest = process.getBuiltinModule('node:crypto').createHash('sha256').update(path).update(before);
	const claim = join(dirname(path), `.sop-${digest.digest('hex')}.tmp`);
	writeAtomically(
		path,
		text,
		(temporary) => {
			take(claim, temporary, () => refuseChanged(path, before));
			try {
				// Somebody may have had the claim, and used it, since it was compared.
				refuseChanged(path, before);
				renameSync(temporary, path);
			} finally {
				rmSync(claim, { force: true });
			}
		},
		mode,
	);
}

/** Links a file to the name of a claim, waiting as long as another has it and what it is about stays. */
function take(claim: string, file: string, check: () => void): void {
	let seen = { claim: -1, since: 0 };
	for (;;) {
		try {
			linkSync(file, claim);
			return;
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') throw error;
		}
		check();
		const now = Date.now();
		const found = statSync(claim, { throwIfNoEntry: false })?.ino;
		if (found !== undefined && found !== seen.claim) seen = { claim: found, since: now };
		if (found !== undefined && now - seen.since > patience) rmSync(claim, { force: true });
		else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
	}
}

function refuseChanged(path: string, before: Uint8Array): void {
	let now: Uint8Array | undefined;
	try {
		now = readFileSync(path);
	} catch (error) {
		if (codeOf(error) !== 'ENOENT') throw error;
	}
	if (now !== undefined && Buffer.compare(now, before) === 0) return;
	throw Object.assign(new Error(`${path} has changed since it was read`), { code: 'ECHANGED' });
}

import * as fc from 'fast-check';

/**
 * Gives every property the same cases on every run, so that the gate never fails, or passes, by luck. `SEED=random`
 * asks for new cases (`npm run fuzz`); `SEED=<number>` repeats a run: fast-check prints the number of a failure.
 */
const asked = process.env['SEED'] ?? '20260101';
const seed = asked === 'random' ? Date.now() : Number(asked);
if (!Number.isSafeInteger(seed))
	throw new Error(`SEED is "random" or a whole number, not ${JSON.stringify(asked)}`);
fc.configureGlobal({ seed });

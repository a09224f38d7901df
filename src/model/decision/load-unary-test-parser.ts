import type { UnaryTestParser } from './unary-test-parser.ts';

/** Loads the FEEL grammar: only what reads a `test` needs it, and it takes longer to load than all else here. */
export async function loadUnaryTestParser(): Promise<UnaryTestParser> {
	return (await import('./parse-unary-tests.ts')).parseUnaryTests;
}

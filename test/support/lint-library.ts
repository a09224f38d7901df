import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { cleanEnvironment, type SopOutcome, sopBin } from './run-sop.ts';
import { smallSop } from './temporary-library.ts';

/** How a call of `sop lint` is set up beside its folder and words. */
export interface CallOptions {
	readonly environment?: Readonly<Record<string, string>>;
	readonly input?: string | Uint8Array;
	/** Run as this user; only root can. */
	readonly user?: number;
}

/** Runs the built `sop` in a folder, in a pipe, with more of the world set than `runSop` does. */
export function callSop(folder: string, words: readonly string[], options: CallOptions = {}): SopOutcome {
	const { status, stdout, stderr } = spawnSync(process.execPath, [sopBin, ...words], {
		cwd: folder,
		encoding: 'utf8',
		input: options.input ?? '',
		env: { ...cleanEnvironment(), ...options.environment },
		maxBuffer: 256 * 1024 * 1024,
		...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
	});
	return { code: status, stdout, stderr };
}

/** A document without findings, with an id of its own. */
export function sopWithId(id: string, change: (text: string) => string = (text) => text): string {
	return change(smallSop.replace('SOP-FIN-900', id));
}

/** One line a finding, as `--format line` prints it. */
export function linesOf(outcome: SopOutcome): readonly string[] {
	return outcome.stdout.split('\n').filter((line) => /\[[a-z-]+\/[a-z-]+\]$/.test(line));
}

/** The rule and place of each finding: `file:line:column rule`. */
export function findingsOf(
	folder: string,
	words: readonly string[],
	options: CallOptions = {},
): readonly string[] {
	const { stdout, stderr } = callSop(folder, ['lint', ...words, '--format', 'json'], options);
	if (stdout === '') throw new Error(`sop lint gave no report: ${stderr}`);
	const report = JSON.parse(stdout) as {
		readonly findings: readonly {
			readonly rule: string;
			readonly severity: string;
			readonly file: string;
			readonly range: { readonly start: { readonly line: number; readonly column: number } };
		}[];
	};
	return report.findings.map(
		({ rule, severity, file, range: { start } }) =>
			`${file}:${start.line}:${start.column} ${severity} ${rule}`,
	);
}

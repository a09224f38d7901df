import { version } from './version.ts';

/** What a user reads when `sop` itself is at fault, and what a report of it should hold. */
export function describeCrash(error: unknown, argv: readonly string[]): string {
	const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
	const frames = (stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line))
		.slice(0, 6)
		.map((line) => line.replace(/\(?(?:file:\/\/)?\/[^)]*\/(dist|src|node_modules)\//, '($1/'));
	return [
		`sop: this is a fault of sop, not of your files. Nothing was written that was not finished.`,
		'Please report it with the lines below; leave out what is confidential.',
		'',
		`  sop ${version}, command: ${JSON.stringify(argv.map((word) => (word.startsWith('-') ? word : '…')))}`,
		`  ${name}: ${message.slice(0, 500)}`,
		...frames.map((frame) => `  ${frame.trim()}`),
		'',
	].join('\n');
}

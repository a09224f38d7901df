import { resolve } from 'node:path';
import { CommandError } from '../diagnostics/command-error.ts';
import type { Io } from '../io/io.ts';
import { inertLines } from '../report/inert-lines.ts';
import { inertText } from '../report/inert-text.ts';
import type { CommandShape } from './command-shape.ts';

/** From how many steps on progress is shown, and how often. */
const longWork = 250;

/** The whole program, as far as a command may ask it. */
export interface ProgramView {
	readonly commands: readonly CommandShape[];
	/** Prints the help of the whole program to standard output. */
	showHelp(): void;
}

/** The call of one command: its arguments, its flags, and the world. */
export class CommandContext {
	readonly io: Io;
	readonly arguments: readonly string[];
	readonly program: ProgramView;
	readonly #flags: Readonly<Record<string, unknown>>;

	/** `flags` as commander collected them, names in camel case; `program` is what the command is a part of. */
	constructor(
		io: Io,
		words: readonly string[],
		flags: Readonly<Record<string, unknown>>,
		program: ProgramView,
	) {
		this.io = io;
		this.arguments = words;
		this.#flags = flags;
		this.program = program;
	}

	/** The same call with other flags besides. */
	withFlags(flags: Readonly<Record<string, unknown>>): CommandContext {
		return new CommandContext(this.io, this.arguments, { ...this.#flags, ...flags }, this.program);
	}

	/** The folder to work in: `--cwd`, else where the user stands. Absolute. */
	get folder(): string {
		return resolve(this.io.workingDirectory, this.text('cwd') ?? '.');
	}

	/** A flag's value; undefined where it was not given, or given without one. */
	text(name: string): string | undefined {
		const value = this.#flags[name];
		return typeof value === 'string' ? value : undefined;
	}

	/** Whether a flag was given, with a value or without. */
	has(name: string): boolean {
		const value = this.#flags[name];
		return value !== undefined && value !== false;
	}

	/** What a flag that can be said both ways (`--git`, `--no-git`) says; undefined where neither was given. */
	yesOrNo(name: string): boolean | undefined {
		const value = this.#flags[name];
		return typeof value === 'boolean' ? value : undefined;
	}

	/** The config that `--config` names, absolute; undefined where the library's own holds. */
	get configFile(): string | undefined {
		const written = this.text('config');
		return written === undefined ? undefined : resolve(this.folder, written);
	}

	/** Values of a flag that may stand several times. */
	all(name: string): readonly string[] {
		const value = this.#flags[name];
		return Array.isArray(value) ? value.map(String) : [];
	}

	/** A whole number from 0; throws a usage error for anything else. */
	count(name: string): number | undefined {
		const written = this.text(name);
		if (written === undefined) return undefined;
		if (!/^\d{1,9}$/.test(written)) {
			throw new CommandError(
				`--${name.replace(/[A-Z]/g, '-$&').toLowerCase()} takes a whole number, not "${written}"`,
			);
		}
		return Number(written);
	}

	/** Colours for standard output: none with `--no-color` or `--output`. */
	get colorLevel(): 0 | 1 | 2 | 3 {
		return this.#flags['color'] === false || this.has('output') ? 0 : this.io.stdout.colorLevel;
	}

	/** Columns to print in: those of the terminal, 100 elsewhere. */
	get width(): number {
		return this.io.stdout.isTerminal && !this.has('output') ? this.io.stdout.columns : 100;
	}

	/** Gives the command's data: to `--output`, else to standard output. */
	print(text: string): void {
		const output = this.text('output');
		if (output === undefined) this.io.stdout.write(text);
		else this.write(resolve(this.io.workingDirectory, output), text);
	}

	/** Writes a file whole or not at all; says in words why it cannot. */
	write(path: string, text: string): void {
		try {
			this.io.files.write(path, text);
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
			if (code === undefined) throw error;
			throw new CommandError(`${inertText(path)} cannot be written (${code})`, {
				help: 'Check the path, its permissions and the space on the disk.',
				exitCode: 3,
			});
		}
	}

	/** Says something beside the data; silent with `--quiet`. Names and texts of documents in it cannot act on the terminal. */
	say(text: string): void {
		if (!this.has('quiet')) this.warn(text);
	}

	/** Says what must not be missed, also with `--quiet`. */
	warn(text: string): void {
		this.io.stderr.write(`${inertLines(text)}\n`);
	}

	/** Shows a number that grows while nobody knows how far, on a terminal only. */
	counter(noun: string): { at(count: number): void; end(): void } {
		const { stderr } = this.io;
		if (!stderr.isTerminal || this.has('quiet')) return { at: () => {}, end: () => {} };
		let shown = false;
		return {
			at: (count) => {
				shown = true;
				stderr.write(`\r\u001b[K${count} ${noun}`);
			},
			end: () => {
				if (shown) stderr.write('\r\u001b[K');
			},
		};
	}

	/** Says on a terminal what is being done, until `end`; silent in a pipe and with `--quiet`. */
	doing(what: string): { end(): void } {
		const { stderr } = this.io;
		if (!stderr.isTerminal || this.has('quiet')) return { end: () => {} };
		stderr.write(`\r\u001b[K${inertText(what)} …`);
		return { end: () => stderr.write('\r\u001b[K') };
	}

	/** Shows how far long work has come, on a terminal only; silent in a pipe and with `--quiet`. */
	progress(total: number, noun: string): { step(): void; end(): void } {
		const { stderr } = this.io;
		if (!stderr.isTerminal || this.has('quiet') || total < longWork) return { step: () => {}, end: () => {} };
		let done = 0;
		return {
			step: () => {
				done++;
				if (done % longWork === 0) stderr.write(`\r\u001b[K${done} of ${total} ${noun}`);
			},
			end: () => stderr.write('\r\u001b[K'),
		};
	}
}

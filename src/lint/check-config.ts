import type { Path } from '../diagnostics/path.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { frameworks } from '../model/clause-packs/packs.ts';
import type { Config } from '../model/documents.generated.ts';
import { nearest } from '../model/nearest.ts';
import { safePattern } from '../model/pattern/safe-pattern.ts';

/** A config that passed its schema as far as it goes; an empty one for what is none. */
export function asConfig(checked: unknown): Config {
	const isMap = typeof checked === 'object' && checked !== null && !Array.isArray(checked);
	// The parts that broke the schema of a config have been left out of it.
	return isMap ? (checked as Config) : {};
}

/** What is wrong with a config beyond what its schema can say. */
export function* checkConfig(checked: unknown): Generator<Problem> {
	const config = asConfig(checked);
	if (config.timezone !== undefined && !isTimeZone(config.timezone)) {
		yield {
			place: { path: ['timezone'] },
			message: `There is no time zone ${config.timezone}`,
			help: nearZone(config.timezone),
		};
	}
	if (config.ids?.pattern !== undefined) yield* checkPattern(config.ids.pattern, ['ids', 'pattern']);
	for (const [index, legacy] of (config.ids?.legacy ?? []).entries())
		yield* checkPattern(legacy, ['ids', 'legacy', index]);
	yield* checkFunctions(config);
	yield* checkFrameworks(config);
	for (const [index, override] of (config.overrides ?? []).entries()) {
		if (override.files === undefined || override.files.length === 0) {
			const path = ['overrides', index, 'files'];
			const message = 'This override names no files, so it speaks for none';
			yield { place: { path }, message, help: 'Write `files:` with patterns such as sops/legacy/**.' };
		}
	}
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(config.feedback_to?.trim() ?? '')?.[1]?.toLowerCase();
	if (scheme !== undefined && !['mailto', 'https', 'http'].includes(scheme)) {
		yield {
			place: { path: ['feedback_to'] },
			message: `Suggestions cannot go to an address that begins with ${scheme}:`,
			help: 'Write an address that begins with mailto: or https:.',
		};
	}
}

function isTimeZone(name: string): boolean {
	// Offsets such as +01:00 are understood by newer engines only, and know no summer time.
	if (!/^[A-Za-z]/.test(name)) return false;
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

function nearZone(name: string): string {
	const near = nearest(name, Intl.supportedValuesOf('timeZone'));
	const example = near === undefined ? 'such as Europe/Berlin or America/New_York' : `perhaps ${near}`;
	return `Write a name of the IANA time zone database, ${example}.`;
}

function* checkPattern(pattern: string, path: Path): Generator<Problem> {
	const safe = safePattern(pattern);
	if (safe.ok) return;
	yield {
		place: { path },
		message: `The pattern ${shorten(pattern)} cannot be used: ${safe.why}`,
		help: 'Write a regular expression such as ^(SOP|CHK)-[A-Z]{2,4}-[0-9]{3,}$, without look-around and back-references.',
	};
}

function* checkFunctions({ functions }: Config): Generator<Problem> {
	for (const key of ['id', 'code'] as const) {
		const seen = new Set<string>();
		for (const [index, entry] of (functions ?? []).entries()) {
			const name = entry[key];
			if (name === undefined) continue;
			if (seen.has(name)) {
				yield {
					place: { path: ['functions', index, key] },
					message: `Two functions have the ${key} ${name}`,
					help: 'Give one of them another, or take it out.',
				};
			}
			seen.add(name);
		}
	}
}

function* checkFrameworks({ frameworks: named }: Config): Generator<Problem> {
	for (const [index, name] of (named ?? []).entries()) {
		if (frameworks.includes(name)) continue;
		const near = nearest(name, frameworks);
		yield {
			place: { path: ['frameworks', index] },
			message: `There is no clause pack ${name}`,
			help: `${near === undefined ? '' : `Did you mean ${near}? `}Use one of ${frameworks.join(', ')}.`,
		};
	}
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

import type { Reporter } from './reporter.ts';

// Each import is lazy, so that a run loads only the one format that it writes.
const loaders = {
	pretty: async () => (await import('./pretty.ts')).pretty,
	line: async () => (await import('./line.ts')).line,
	json: async () => (await import('./json.ts')).json,
	sarif: async () => (await import('./sarif.ts')).sarif,
	junit: async () => (await import('./junit.ts')).junit,
	github: async () => (await import('./github.ts')).github,
	gitlab: async () => (await import('./gitlab.ts')).gitlab,
	markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Reporter>>;

/** A format that `sop lint` can write. */
export type ReportFormat = keyof typeof loaders;

/** All formats, in the order that help texts list them. */
// Object.keys gives exactly the keys of the object literal above.
export const reportFormats = Object.keys(loaders) as readonly ReportFormat[];

/** Whether a word names a format. */
export function isReportFormat(word: string): word is ReportFormat {
	return Object.hasOwn(loaders, word);
}

/** Loads the reporter of a format, and nothing of the others. */
export function loadReporter(format: ReportFormat): Promise<Reporter> {
	return loaders[format]();
}

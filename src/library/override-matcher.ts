import picomatch from 'picomatch';
import type { Config } from '../model/documents.generated.ts';

/** Which overrides of a config speak for a file: their indexes, in order. */
export function overrideMatcher(config: Config): (file: string) => readonly number[] {
	const matchers = (config.overrides ?? []).map((override) =>
		// What broke the schema of the config is an empty text here.
		picomatch(
			(override.files ?? []).filter((pattern) => pattern !== ''),
			{ dot: true },
		),
	);
	return (file) => matchers.flatMap((matches, index) => (matches(file) ? [index] : []));
}

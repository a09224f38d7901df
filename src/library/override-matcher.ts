import picomatch from 'picomatch';
import type { Config } from '../model/documents.generated.ts';

/** Which overrides of a config speak for a file: their indexes, in order. */
export function overrideMatcher(config: Config): (file: string) => readonly number[] {
	const matchers = (config.overrides ?? []).map((override) =>
		picomatch([...(override.files ?? [])], { dot: true }),
	);
	return (file) => matchers.flatMap((matches, index) => (matches(file) ? [index] : []));
}

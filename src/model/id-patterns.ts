import type { Config } from './documents.generated.ts';
import { type SafePattern, safePattern } from './pattern/safe-pattern.ts';
import { several } from './several.ts';

/** What ids of documents look like where the config says nothing: `SOP-FIN-001`, `CHK-HR-012`. */
export const defaultIdPattern = '^(SOP|CHK)-[A-Z]{2,4}-[0-9]{3,}$';

/** The forms that ids may have in a library. */
export interface IdPatterns {
	/** The pattern as the config, or the default, writes it. */
	readonly written: string;
	/** Whether an id fits the pattern or one of the legacy ones; undefined where a pattern cannot be used. */
	readonly fits: (id: string) => boolean | undefined;
}

const known = new WeakMap<object, IdPatterns>();

/** The forms that a config asks of ids: worked out once for each config. */
export function idPatternsOf(config: Config): IdPatterns {
	const before = known.get(config);
	if (before !== undefined) return before;
	const written = config.ids?.pattern ?? defaultIdPattern;
	const all = [written, ...several(config.ids?.legacy)].map(safePattern);
	const usable = all.filter((one): one is SafePattern & { ok: true } => one.ok);
	const patterns: IdPatterns = {
		written,
		fits: (id) => usable.some((one) => one.matches(id)) || (usable.length < all.length ? undefined : false),
	};
	known.set(config, patterns);
	return patterns;
}

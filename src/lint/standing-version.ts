import { normal, type Version } from '../model/history/version.ts';
import type { PastDocument } from './history-subject.ts';

/** The version whose text stands on the mainline; undefined where none does, or where it states no number. */
export function standingVersion({ state: { standing }, timeline }: PastDocument): Version | undefined {
	if (standing?.version === undefined) return undefined;
	const number = normal(standing.version);
	const same = timeline.versions.filter(({ version }) => normal(version) === number);
	// Texts in two layouts are one version, which bears the blob of the first.
	return same.find(({ blob }) => blob === standing.blob) ?? (same.length === 1 ? same[0] : undefined);
}

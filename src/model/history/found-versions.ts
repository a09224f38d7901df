import type { MainlineCommit } from './mainline.ts';
import type { TimelineInput } from './timeline-input.ts';
import type { PathState } from './trail.ts';
import { type Content, normal, type Version } from './version.ts';

/** Versions as the mainline showed them one after another: each content under each number once. */
export class FoundVersions {
	readonly versions: Content[] = [];
	/** Where a content that had gone came back, by content. */
	readonly again = new Map<Content, { readonly position: number; readonly known: number }[]>();
	readonly #seen = new Map<string, Content>();
	readonly #digestOf: TimelineInput['digestOf'];

	constructor(digestOf: TimelineInput['digestOf']) {
		this.#digestOf = digestOf;
	}

	add(
		texts: readonly PathState[],
		{ id, position, time }: MainlineCommit & { readonly position: number },
		knownLevel: Version['knownLevel'],
		before: readonly PathState[] = [],
	): void {
		for (const { path, blob, version, effective } of texts) {
			const digest = this.#digestOf(blob);
			if (digest === null || version === undefined) continue;
			// Texts that nobody has looked into yet are taken for different contents.
			const key = `${normal(version)} ${digest ?? blob}`;
			const seen = this.#seen.get(key);
			if (seen !== undefined) {
				const stayed = before.some(
					(one) => one.blob === blob || (digest !== undefined && this.#digestOf(one.blob) === digest),
				);
				if (!stayed) this.again.set(seen, [...(this.again.get(seen) ?? []), { position, known: time }]);
				continue;
			}
			const content: Content = {
				version,
				digest,
				effective,
				path,
				blob,
				commit: id,
				position,
				known: time,
				knownLevel,
			};
			this.#seen.set(key, content);
			this.versions.push(content);
		}
	}
}

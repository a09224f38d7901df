import type { AuditInput } from '../../../audit/audit-input.ts';
import type { Cover } from '../../../audit/cover.ts';
import { inForceInPeriod } from '../../../audit/in-force-in-period.ts';
import { versionKey, versionPlace } from '../../../audit/places.ts';
import type { Section } from '../../../audit/section.ts';
import { signatureAnswers } from '../../../control/approval/signature-answer.ts';
import { knownStart } from '../../../model/history/version.ts';
import { dayAt } from '../../../model/zone.ts';
import type { NavEntry, PacketParts } from '../../../packet/packet-contents.ts';
import { changePage } from '../../../render/change-page.tsx';
import { coverPage } from '../../../render/cover-page.tsx';
import { documentPage } from '../../../render/document-page.tsx';
import { packetCss } from '../../../render/packet-css.ts';
import { coverPath, type PageContext } from '../../../render/page/packet-page.tsx';
import { sectionPage } from '../../../render/section-page.tsx';
import type { DocumentPages, RenderedVersion } from './document-files.ts';
import { hasTexts, type Told } from './told.ts';

/** The pages of sections and lists, and the cover. `coverOf` makes the facts of the cover from all sections. */
export function partPages(
	input: AuditInput,
	sections: readonly Section[],
	coverOf: (sections: readonly Section[]) => Cover,
): PacketParts['pages'] {
	const pages = linkedPages(input, sections);
	const context = (path: string, nav: readonly NavEntry[]): PageContext => ({
		...contextOf(input, path, nav),
		pages,
	});
	return {
		section: (section, path, nav) => sectionPage(section, context(path, nav)),
		cover: (all, nav) => coverPage(coverOf(all), context(coverPath, nav)),
		css: packetCss,
	};
}

/** The pages of versions and of what changed between them. */
export function documentPages(input: AuditInput, told: Told): DocumentPages {
	return {
		document: (shown, path) =>
			documentPage(
				{
					id: shown.document.id,
					kind: shown.document.kind,
					version: shown.version.version,
					digest: shown.digest,
					file: shown.version.path,
					value: shown.value,
					classification: shown.document.classification,
					status: statusOf(input, told, shown),
					bytes: told.asAuditor || told.redact !== undefined ? null : path.replace(/html$/, 'yaml'),
					canonical: told.redact === undefined ? path.replace(/html$/, 'canonical.json') : null,
				},
				contextOf(input, path),
			),
		change: (diff, path) => changePage(diff, contextOf(input, path)),
	};
}

function contextOf({ period, config }: AuditInput, path: string, nav: readonly NavEntry[] = []): PageContext {
	return { path, nav, period, library: config.library ?? null };
}

/**
 * Pages by what names them: a version by `SOP-FIN-001@2.1`, also where another text bears the number too and never was in
 * force; a page of changes by its path.
 */
function linkedPages(input: AuditInput, sections: readonly Section[]): ReadonlyMap<string, string> {
	const pages = new Map<string, string>();
	for (const { document, version, text } of inForceInPeriod(input)) {
		if (!hasTexts(document) || text === undefined) continue;
		const path = `${versionPlace(document, version)}.html`;
		pages.set(versionKey(document, version), path);
		pages.set(`${document.id}@${version.version}`, path);
	}
	const changes = sections.flatMap(({ lists }) => lists).find(({ name }) => name === 'changes');
	for (const { cells } of changes?.rows ?? []) {
		const { difference } = cells;
		if (typeof difference === 'string') pages.set(difference, difference);
	}
	return pages;
}

/** How a version stands, each a sentence. */
function statusOf(
	{ period }: AuditInput,
	{ redact }: Told,
	{ document, version }: RenderedVersion,
): readonly string[] {
	const start = knownStart(version);
	const from =
		start === undefined
			? 'In force since before the commits that are here'
			: `In force from ${dayAt(start, period.zone)}`;
	const until =
		version.end === undefined
			? ''
			: ` until ${dayAt(version.end, period.zone)} (${version.endedBy ?? 'ended'})`;
	const signed = signatureAnswers(document.state.approvals, version)
		.filter(({ counts }) => counts)
		.map(
			({ person, role, meaning, known, who }) =>
				`Signed by ${person} as ${role} (${meaning}), known ${known}: ${who}.`,
		);
	const lines = [`${from}${until}.`, ...signed];
	return redact === undefined ? lines : lines.map(redact);
}

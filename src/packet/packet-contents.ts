import type { Check } from '../audit/check.ts';
import type { PacketList } from '../audit/packet-list.ts';
import { resultOf } from '../audit/result.ts';
import type { Section } from '../audit/section.ts';
import { jsonText } from '../report/json-text.ts';
import type { Basis } from './basis.ts';
import { checkList } from './check-list.ts';
import { type ListSheet, listWithSheet, sheetList } from './list-sheet.ts';
import type { PacketFile } from './packet-file.ts';

/** What the pages and tables of a packet are made from. */
export interface PacketParts {
	/** All sections but P-12, which is made here, in the order of the packet; withheld and redacted already. */
	readonly sections: readonly Section[];
	readonly basis: Basis;
	/** The call that makes the packet. */
	readonly command: string;
	/** How sections and the cover become pages. */
	readonly pages: {
		section(section: Section, path: string, nav: readonly NavEntry[]): string;
		cover(sections: readonly Section[], nav: readonly NavEntry[]): string;
		css(): string;
	};
}

/** One line of the table of contents. */
export interface NavEntry {
	readonly id: string;
	readonly title: string;
	/** Path in the packet. */
	readonly path: string;
}

/** The path of a section's page. */
export function sectionPath({ id, name }: Pick<Section, 'id' | 'name'>): string {
	return `sections/${id}-${name}.html`;
}

/** The page that a reader begins with: P-00. */
const coverPath = 'index.html';

/** The cover, the pages, the lists and the facts for programs, as files of a packet. */
export function* packetContents(parts: PacketParts): Generator<PacketFile> {
	const { basis, command, pages } = parts;
	const sheets: ListSheet[] = [];
	for (const { id, lists } of parts.sections) {
		for (const list of lists) {
			const { files, sheet } = listWithSheet(list, id, command);
			sheets.push(sheet);
			yield* files;
		}
	}
	const checks = checkList(parts.sections);
	const written = listWithSheet(checks, 'P-15', command);
	sheets.push(written.sheet);
	yield* written.files;
	const lists = sheetList(sheets, `commit ${basis.head ?? 'none'} of ${basis.ref}`);
	yield* listWithSheet(lists, 'P-12', command).files;
	const sections = withSheet(parts.sections, lists);
	const nav = [
		{ id: 'P-00', title: 'Cover', path: coverPath },
		...sections.map(({ id, name, title }) => ({ id, title, path: sectionPath({ id, name }) })),
	];
	for (const section of sections)
		yield { path: sectionPath(section), content: pages.section(section, sectionPath(section), nav) };
	yield { path: coverPath, content: pages.cover(sections, nav) };
	yield { path: 'packet.css', content: pages.css() };
	yield { path: 'basis.json', content: jsonText(basis) };
	yield {
		path: 'packet.json',
		content: jsonText({
			format: 1,
			basis: 'basis.json',
			sections: [coverJson, ...sections.map(sectionJson)],
		}),
	};
}

/** P-12 stands in its place: after the sections whose ids are lower. */
function withSheet(sections: readonly Section[], lists: PacketList): readonly Section[] {
	const sheet: Section = {
		id: 'P-12',
		name: 'completeness-and-accuracy',
		title: 'Completeness and accuracy of lists',
		question: 'How was each list made, is it complete, and how can a reader make it again?',
		checks: [],
		lists: [lists],
		notes: [
			'Each list was made by the one call on the cover from the commit named there; nothing was typed in. ENVIRONMENT.txt, beside the packet, says on which machine and when.',
		],
	};
	const at = sections.findIndex(({ id }) => id.startsWith('A-') || id > sheet.id);
	return at < 0 ? [...sections, sheet] : [...sections.slice(0, at), sheet, ...sections.slice(at)];
}

/** P-00 has no checks of its own: it sums up those of all others. */
const coverJson = {
	id: 'P-00',
	name: 'cover',
	title: 'Cover',
	page: coverPath,
	question: 'What is this packet about, what is it not about, and what came out?',
	result: null,
	checks: [],
	lists: ['checks'],
};

function sectionJson(section: Section): object {
	const { id, name, title, question, checks, lists } = section;
	return {
		id,
		name,
		title,
		page: sectionPath(section),
		question,
		result: checks.length === 0 ? null : resultOf(checks.map(({ result }) => result)),
		checks: checks.map(checkJson),
		lists: lists.map((list) => list.name),
	};
}

function checkJson({ name, asks, result, counts, cause, cure, items }: Check): object {
	return {
		name,
		asks,
		result,
		counts,
		cause,
		cure,
		items: items.map(({ key, result: one, detail }) => ({ key, result: one, detail })),
	};
}

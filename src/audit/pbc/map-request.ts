import type { AuditorRequest } from './auditor-request.ts';
import { sectionWords } from './section-words.ts';

/** The section that answers a request, and how it was found. */
export interface MappedRequest {
	/** Null where none answers it. */
	readonly section: string | null;
	/** So that a reader can judge it: the section that the list names, or the words that were found in the text. */
	readonly mappedBy: string;
}

/**
 * Finds the section for a request: the one that the list names; else the one whose words stand in the text, the longest
 * of them where there are several, and of two as long that which comes first in the packet.
 */
export function mapRequest({ section, text }: AuditorRequest): MappedRequest {
	if (section !== null) {
		const id = sectionId(section);
		return id === undefined
			? { section: null, mappedBy: 'the column section, which names no section of a packet' }
			: { section: id, mappedBy: 'the column section' };
	}
	const plain = plainWords(text);
	let best: { readonly id: string; readonly words: string } | undefined;
	for (const [id, all] of Object.entries(sectionWords))
		for (const words of all)
			if (words.length > (best?.words.length ?? 0) && holds(plain, words)) best = { id, words };
	return best === undefined
		? { section: null, mappedBy: 'no words of any section' }
		: { section: best.id, mappedBy: `the words "${best.words}"` };
}

/** `P-05` of `p5`, `P-5` or `P-05 Training`; undefined for what begins like no section. */
function sectionId(written: string): string | undefined {
	const [, letter = '', number = ''] = /^\s*([PA])[\s-]?0*(\d{1,2})(?!\d)/i.exec(written) ?? [];
	if (letter === '') return undefined;
	return letter.toUpperCase() === 'P' ? `P-${number.padStart(2, '0')}` : `A-${number}`;
}

/** Lower case, with one space for all that is neither letter nor digit, and around it all. */
function plainWords(text: string): string {
	return ` ${text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()} `;
}

function holds(plain: string, words: string): boolean {
	const spaced = words.replaceAll('-', ' ');
	return plain.includes(` ${spaced} `) || plain.includes(` ${spaced}s `);
}

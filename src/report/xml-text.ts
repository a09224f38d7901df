import { inertText } from './inert-text.ts';

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;',
};

/** One line of text for an element or a quoted attribute of XML 1.0; what XML forbids becomes visible. */
export function xmlText(text: string): string {
	return inertText(text).replace(/[&<>"']/g, (character) => entities[character] ?? '');
}

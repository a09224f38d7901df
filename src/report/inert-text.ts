import { type HiddenSpan, spansOf, unseen, withSpansShown } from '../model/visible-text.ts';

// What a reader cannot see, or what a terminal or a build server obeys instead of printing:
// controls, lone surrogates, direction marks, ignorable characters, line separators, and the
// commands `##[…]`, `##vso[…]` (anywhere in a line) and `::…` (at its start) of build logs.
const hidden = new RegExp(`[\\p{Cc}${unseen}]|(?<=#)#(?=\\w*\\[)|(?<=(?:^|\\s):):(?=[a-z])`, 'giu');

/** The stretches of a text that `inertText` replaces, in order. */
export function hiddenSpans(text: string): Generator<HiddenSpan> {
	return spansOf(text, hidden);
}

/**
 * Makes text of a document safe to print: control characters, escape sequences, direction overrides, invisible
 * characters and commands to build servers become visible, e.g. `␛`, `␊` and `\u{202E}`. Gives one line.
 * Joiners and variation selectors stay where a script or an emoji needs them.
 */
export function inertText(text: string): string {
	return withSpansShown(text, hiddenSpans(text));
}

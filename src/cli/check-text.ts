import { CommandError } from '../diagnostics/command-error.ts';
import { hiddenCharactersIn } from '../model/hidden-characters.ts';
import { inertText } from '../report/inert-text.ts';

/** Refuses a text for a document that holds what nobody sees; `name` is what people know the text by. */
export function refuseHidden(name: string, text: string): void {
	const [hidden] = hiddenCharactersIn(text);
	if (hidden === undefined) return;
	throw new CommandError(`The ${name} holds a character that nobody sees: ${hidden.name}`, {
		help: `It was given as ${inertText(text).slice(0, 120)}. Type it again.`,
	});
}

/** Refuses a text that does not stand on one line. */
export function refuseLines(name: string, text: string): void {
	if (!/[\r\n\t]/.test(text)) return;
	throw new CommandError(`The ${name} must stand on one line`, {
		help: `It was given as ${inertText(text).slice(0, 120)}.`,
	});
}

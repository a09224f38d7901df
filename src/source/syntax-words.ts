import {
	excerpt,
	inQuotes,
	restOfLine,
	type Stretch,
	startOfLine,
	valueOnLine,
	wholeLine,
} from './value-text.ts';

/** What to point at, what is wrong, what to do. */
export type Words = readonly [stretch: Stretch, message: string, help: string];

export function colonInText(text: string, from: number): Words {
	const value = valueOnLine(text, from);
	return [value, 'The text has a colon in it and is not in quotes', quoteAll(value)];
}

export function badStart(text: string, from: number): Words {
	const whole = valueOnLine(text, from);
	const value = /^[!&*@`%|>]/.test(whole.text) ? whole : restOfLine(text, from);
	const sign = String.fromCodePoint(text.codePointAt(value.offsets.from) ?? 0x20);
	return [value, `A text without quotes cannot begin with ${sign}`, quoteAll(value)];
}

export function goesOn(text: string, from: number): Words {
	const value = valueOnLine(text, from);
	const rest = restOfLine(text, from);
	const before = text.slice(startOfLine(text, from), from).trimEnd().at(-1);
	const first = value.text[0];
	if (before === '"' || before === "'") {
		const inner = value.text.slice(1, value.text.endsWith(before) ? -1 : undefined);
		const whole = value.text.endsWith(before) && !inner.includes('"') ? inner : value.text;
		return [rest, 'The text goes on after its closing quote', quoteAll({ ...value, text: whole })];
	}
	if ((before === ']' || before === '}') && (first === '[' || first === '{'))
		return [rest, `The text begins with ${first} and goes on after the ${before}`, quoteAll(value)];
	if (first === '*' || first === '&' || first === '!') return badStart(text, from);
	return [rest, 'This does not belong to what stands before it', quoteAll(value)];
}

export function noColon(line: Stretch): Words {
	const glued = /^(?:- +)?[^\s:"'[{]+:(?=[^\s:])/.exec(line.text)?.[0];
	if (glued !== undefined) {
		const mended = `${glued} ${line.text.slice(glued.length)}`;
		return [line, 'There is no space after the colon', `Put one there: ${excerpt(mended)}`];
	}
	return [
		line,
		'The line is neither a key with a colon nor part of the text above it',
		'Write key, colon, space, value. A text that goes on from the line above is indented further than its key.',
	];
}

export function misaligned(text: string, from: number): Words {
	const start = startOfLine(text, Math.min(from, text.length));
	const line = wholeLine(text, start);
	const column = line.offsets.from - start + 1;
	const neighbour = lineAbove(text, start);
	const above = neighbour && neighbour.offsets.from - startOfLine(text, neighbour.offsets.from) + 1;
	return [
		line,
		'The indentation of this line fits none of the lines above it',
		above === undefined || above === column
			? 'Line it up with the keys or dashes that it belongs to.'
			: `It begins in column ${column}, the line above it in column ${above}: line it up with the keys or dashes that it belongs to.`,
	];
}

/** The nearest line above that is neither empty nor a comment. */
export function lineAbove(text: string, start: number): Stretch | undefined {
	for (let end = start, tries = 0; end > 0 && tries < 50; tries++) {
		const line = wholeLine(text, end - 1);
		if (line.text !== '' && !line.text.startsWith('#')) return line;
		end = startOfLine(text, end - 1);
	}
	return undefined;
}

function quoteAll(value: Stretch): string {
	const quoted = inQuotes(value.text);
	return quoted === undefined
		? 'Put the whole text in double quotes.'
		: `Put the whole text in quotes: ${quoted}`;
}

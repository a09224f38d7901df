import { describe, expect, it } from 'vitest';
import { placeholdersIn } from '../../../src/model/placeholders.ts';

const words = (text: string, options = { english: true, isTemplate: false }) =>
	placeholdersIn(text, options).map((found) => {
		expect(text.slice(found.from, found.to)).toBe(found.words);
		return found.words;
	});

describe('placeholdersIn', () => {
	it.each([
		['Tell <name of the controller> by phone', ['<name of the controller>']],
		['<Grund der Änderung>', ['<Grund der Änderung>']],
		['<who>, then <when>', ['<who>', '<when>']],
		['<title of the report>', ['<title of the report>']],
		['TODO', ['TODO']],
		['The limit is TBD.', ['TBD']],
		['FIXME: XXX, a DRAFT', ['FIXME', 'XXX', 'DRAFT']],
		['Lorem ipsum dolor', ['Lorem ipsum']],
		['Dear {{customer}}', ['{{customer}}']],
		['To be completed', ['To be completed']],
		['The owner is to be determined.', ['to be determined']],
		['Limits (to be\ndefined)', ['to be\ndefined']],
		['Limits (to be defined)', ['to be defined']],
		['See [LINK TO POLICY]', ['[LINK TO POLICY]']],
		['Ask [insert name here]', ['[insert name here]']],
	])('%s', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it.each([
		'A line<br>break, <b>bold</b> and <details open>',
		'<input disabled>',
		'5 < 7 and 9 > 8',
		'See <https://acme.example/policy>',
		'A List<Text> of words',
		'^(?<kind>SOP|CHK)$',
		'Run `git switch <branch>` and `echo {{name}}`',
		'```\nTODO\n```',
		'todo, draft and xxx in small letters',
		'TODOS and MY-TODO and TODO_LIST',
		'Documents to be completed by the supplier are listed.',
		'Forms to be completed within a week',
		'See [link to the policy](policy.md) and [link to it][policy]',
		'Pick one [a, b] {c} {d}',
		'',
	])('nothing in %s', (text) => {
		expect(words(text)).toEqual([]);
	});

	it('leaves a template its slots, and other languages their words', () => {
		expect(words('{{period}} TODO', { english: true, isTemplate: true })).toEqual(['TODO']);
		expect(words('to be completed [insert name] <Name>', { english: false, isTemplate: false })).toEqual([
			'<Name>',
		]);
	});

	it('is quick on long hostile texts', () => {
		const started = performance.now();
		for (const piece of ['<a ', '{{', '`', '[insert ', 'to be ', '<', '``` ` ']) words(piece.repeat(50_000));
		expect(performance.now() - started).toBeLessThan(3000);
	});
});

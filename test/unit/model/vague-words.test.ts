import { describe, expect, it } from 'vitest';
import { vagueWordings } from '../../../src/model/vague-words.ts';
import { stepsOfDocuments } from '../../support/steps-of-documents.ts';

const found = (text: string) => vagueWordings(text).map(({ words }) => words);

describe('vague wordings', () => {
	it.each([
		['Attach receipts as appropriate.', ['as appropriate']],
		['If necessary, call the bank; where required also the broker.', ['If necessary', 'where required']],
		['When needed, call.', ['When needed']],
		['Tell the controller immediately.', ['immediately']],
		['Answer in a timely manner.', ['in a timely manner']],
		['Ensure timely payment.', ['timely']],
		['Review periodically.', ['periodically']],
		['Attach receipts, invoices etc.', ['etc.']],
		['Receipts, etc, are attached.', ['etc']],
		['AS NEEDED', ['AS NEEDED']],
	])('%s', (text, words) => {
		expect(found(text)).toEqual(words);
	});

	it('are told with their place', () => {
		const text = '😀 File it as needed.';
		const [one] = vagueWordings(text);
		expect(text.slice(one?.from, one?.to)).toBe('as needed');
	});
});

describe('near misses', () => {
	it.each([
		'Attach the required form.',
		'Compare necessary and applicable rates.',
		'Keep it as required by section 5.',
		'Report it if required under IFRS 16.',
		'Sign immediately after the count.',
		'See the table immediately below.',
		'Change the file /etc/hosts and etc/passwd.',
		'Tell the untimely.',
		'Fetch the sketch.',
		'It has been required, as we needed it.',
	])('%s', (text) => {
		expect(found(text)).toEqual([]);
	});
});

it('no step of real procedures is vague, nor says vaguely when it is done', () => {
	const flagged = stepsOfDocuments(['examples', 'test/real', 'test/fixtures/format-md']).flatMap(
		({ file, text, doneWhen }) =>
			[text, ...doneWhen].flatMap((one) => found(one).map((words) => [file, words])),
	);
	expect(flagged).toEqual([]);
});

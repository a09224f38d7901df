import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRequests } from '../../../../src/cli/audit/given/read-requests.ts';
import { CommandError } from '../../../../src/diagnostics/command-error.ts';

const read = (text: string) => readRequests(Buffer.from(text), 'pbc.csv');
const refusalOf = (bytes: Uint8Array) => {
	try {
		readRequests(bytes, 'pbc.csv');
	} catch (error) {
		if (error instanceof CommandError) return `${error.message}`;
		throw error;
	}
	return undefined;
};
const refused = (text: string) => refusalOf(Buffer.from(text));

describe('reading a file of requests', () => {
	const two = [
		{ id: '1', text: 'All approvals, of Q1', line: 2 },
		{ id: '2', text: 'Training', line: 3 },
	];

	it.each([
		['commas', 'id,request\n1,"All approvals, of Q1"\n2,Training\n'],
		['semicolons and a byte-order mark', '\uFEFFId;Request\r\n1;All approvals, of Q1\r\n2;Training\r\n'],
		['tabs', 'id\trequest\n1\tAll approvals, of Q1\n2\tTraining'],
		[
			'commas in a quoted header',
			'"No";"Request, as asked"; request\n1;;"All approvals, of Q1"\n2;;Training',
		],
	])('takes %s', (_, text) => expect(read(text)).toMatchObject(two));

	it('takes the line that Excel writes its separator into', () => {
		expect(read('sep=|\r\nid|request\r\n1|Training\r\n')).toMatchObject([{ id: '1', line: 3 }]);
	});

	it('counts lines as an editor does, over cells of several lines and empty lines', () => {
		const text = 'id,request\n1,"All\napprovals\nof Q1"\n\n,,\n2,Training\n';
		expect(read(text).map(({ line }) => line)).toEqual([2, 7]);
		expect(refused('id,request\n1,"a\nb"\n1,c\n')).toBe('pbc.csv:4: The id 1 stands on line 2 already');
	});

	it('keeps hostile cells as they are', () => {
		const hostile = [
			'=HYPERLINK("http://x","y")',
			'<script>alert(1)</script>',
			'\u001b[31mred',
			'../../etc/passwd',
			'__proto__',
		];
		const text = `id,request\n${hostile.map((cell, index) => `${index},"${cell.replaceAll('"', '""')}"`).join('\n')}`;
		expect(read(text).map((one) => one.text)).toEqual(hostile);
	});

	it.each([
		['', 'pbc.csv:1: There is no header: the file is empty'],
		['\n\n', 'pbc.csv:1: There is no header: the file is empty'],
		[
			'1,All approvals\n2,Training\n',
			'pbc.csv:1: There is no header: the first line has to name the columns, such as id,request,owner,due',
		],
		[
			'id,request\n1,"never closed\n2,b\n',
			expect.stringMatching(/^pbc\.csv:\d+: The line is no CSV: a quote is opened and never closed$/),
		],
		[
			'id,request\n1,"a" b\n',
			'pbc.csv:2: The line is no CSV: a quote stands in the middle of a cell; write it twice, and put the cell in quotes',
		],
		['id,request\n1,a\n1,b\n', 'pbc.csv:3: The id 1 stands on line 2 already'],
	])('refuses %j by line', (text, message) => expect(refused(text)).toEqual(message));

	it('tells ten problems, and counts the others', () => {
		const told = refused(`id,request\n${',a\n'.repeat(13)}`)?.split('\n');
		expect(told).toHaveLength(11);
		expect(told?.at(-1)).toBe('… and 3 more');
	});

	it('refuses what is no UTF-8, and what is too large', () => {
		expect(refusalOf(Buffer.from('id,request\n1,caf\xe9\n', 'latin1'))).toBe(
			'pbc.csv: Line 2 is not valid UTF-8',
		);
		expect(refusalOf(Buffer.from('\ufeffid', 'utf16le'))).toBe('pbc.csv: The file is UTF-16, not UTF-8');
		expect(refusalOf(Buffer.alloc(6_000_000, 'a'))).toBe(
			'pbc.csv is too large for a list of requests: 6000000 bytes',
		);
	});

	it('reads back any text that is quoted, and never throws anything but a refusal', () => {
		const cell = fc
			.string({ unit: 'binary' })
			.filter((text) => !text.includes('\0') && text.isWellFormed() && text.trim() !== '');
		fc.assert(
			fc.property(cell, (text) => {
				expect(read(`id,request\n1,"${text.replaceAll('"', '""')}"\n`)[0]?.text).toBe(text.trim());
			}),
		);
		fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void refusalOf(bytes)));
	});
});

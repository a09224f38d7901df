import { parse } from 'csv-parse/sync';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { whyNoPacketPath } from '../../src/packet/packet-path.ts';
import { actingTitle, crookedIds, hostileLibrary } from '../support/hostile-library.ts';
import {
	type Files,
	filesBelow,
	listIn,
	madeFolder,
	madeZip,
	repositoryOfFile,
} from '../support/made-packets.ts';

/** Characters that act on a terminal, or that turn or hide what stands around them. */
const acting =
	/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

describe('a packet of texts that are made to act', () => {
	let files: Files;
	let said: string;
	let zipped: Files;

	beforeAll(() => {
		const { repository } = hostileLibrary(repositoryOfFile());
		const made = madeFolder(repository, 'hostile');
		files = made.files;
		said = made.said.stdout + made.said.stderr;
		zipped = madeZip(repository, 'hostile.zip').files;
		expect(filesBelow(made.path)).toEqual(files);
	}, 60_000);

	const ending = (end: string) => [...files].filter(([path]) => path.endsWith(end));

	it('has documents and lists with such words', () => {
		const documents = listIn(files, 'documents').rows;
		expect(documents.map((row) => row['document'])).toEqual(expect.arrayContaining([...crookedIds]));
		expect(documents.map((row) => row['title'])).toContain(actingTitle);
		expect(JSON.stringify(listIn(files, 'changes').rows)).toContain('=cmd|');
	});

	it('has pages without a script, a handler, a frame or a link that leads anywhere but to pages', () => {
		const pages = ending('.html');
		expect(pages.length).toBeGreaterThan(30);
		for (const [path, bytes] of pages) {
			const { window } = new JSDOM(bytes.toString());
			const { document } = window;
			const elements = [...document.querySelectorAll('*')];
			expect(
				elements.map(({ localName }) => localName),
				path,
			).not.toEqual(
				expect.arrayContaining([
					expect.stringMatching(/^(?:script|iframe|object|embed|base|form|input|img|svg|math|template|b)$/),
				]),
			);
			for (const element of elements)
				for (const { name, value } of element.attributes) {
					expect(name, path).not.toMatch(/^on|^style$|^srcdoc$/i);
					if (!/^(?:href|src|action|formaction|xlink:href|data)$/i.test(name)) continue;
					expect(value, path).not.toMatch(/^\s*(?:[a-z][a-z0-9+.-]*:|\/)/i);
					if (value.startsWith('#')) {
						expect(
							document.getElementById(decodeURIComponent(value.slice(1))),
							`${path} ${value}`,
						).not.toBeNull();
						continue;
					}
					const target = new URL(value, `https://packet.example/${encodeURI(path)}`);
					expect(target.host).toBe('packet.example');
					expect([...files.keys()], `${path} ${value}`).toContain(
						decodeURIComponent(target.pathname.slice(1)),
					);
				}
			window.close();
		}
	});

	it('has no character that acts or hides in a page, a CSV, or on the terminal', () => {
		for (const [path, bytes] of [...ending('.html'), ...ending('.csv')])
			expect(acting.exec(bytes.toString()), path).toBeNull();
		expect(acting.exec(said.replace(/^ \u200B/gm, ''))).toBeNull();
		// As JSON they stand escaped, or not at all.
		for (const [path, bytes] of ending('.json'))
			if (!/canonical|^policy\//.test(path))
				expect(/[\u0000-\u0009\u000B-\u001F]/.exec(bytes.toString()), path).toBeNull();
	});

	it('has cells that no spreadsheet takes for a formula', () => {
		const sheets = ending('.csv');
		expect(sheets.length).toBeGreaterThan(30);
		let guarded = 0;
		for (const [path, bytes] of sheets)
			for (const row of parse(bytes, { bom: true, relax_column_count: false }))
				for (const cell of row) {
					if (/^-?\d+(?:\.\d+)?$/.test(cell)) continue;
					expect(cell, path).not.toMatch(/^\s*[=+\-@\t\r|]/);
					if (/^'[=+\-@]/.test(cell)) guarded++;
				}
		expect(guarded).toBeGreaterThan(0);
	});

	it('has file names that lead nowhere else and mean no device, folder and ZIP alike', () => {
		expect([...zipped.keys()].sort()).toEqual([...files.keys()].sort());
		for (const path of files.keys()) {
			expect(whyNoPacketPath(path), path).toBeUndefined();
			for (const part of path.split('/')) {
				expect(part, path).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|@|$)/i);
				expect(part, path).not.toMatch(/[<>:"|?*\\]|[. ]$|^\.\.?$/);
			}
		}
		const folders = [...files.keys()]
			.filter((path) => path.startsWith('documents/'))
			.map((path) => path.split('/')[1]);
		expect(folders).toEqual(expect.arrayContaining(['SOP%2f..%2f..%2fx', '%43ON']));
	});
});

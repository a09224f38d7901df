import { describe, expect, it } from 'vitest';
import { abbreviationsIn, explainedIn } from '../../../src/model/abbreviations.ts';
import { searchable, termKey, usesTerm } from '../../../src/model/term-use.ts';

const words = (text: string) =>
	abbreviationsIn(text).map((found) => {
		expect(text.slice(found.from, found.to)).toBe(found.word);
		return found.word;
	});

describe('abbreviationsIn', () => {
	it.each([
		['Match the GRN against the PO.', ['GRN', 'PO']],
		['PO-number and the CFO’s desk', ['PO']],
		['An ERP/WMS export', ['ERP', 'WMS']],
		['ÖPNV-Ticket', ['ÖPNV']],
		['(GRN), "GRN"; GRN: yes', ['GRN', 'GRN', 'GRN']],
	])('%s', (text, expected) => {
		expect(words(text)).toEqual(expected);
	});

	it.each([
		'Pay 500 EUR to the USA office as PDF, by HR or IT',
		'SOP-FIN-002, SOX-404, PERIOD-ACCOUNT and SHA-256',
		'ISO 9001 and AS 2201.39',
		'Phase II, Annex XIV',
		'all KPIs and POs',
		'`GRN` and https://GRN.example/PO',
		'DO NOT OPEN THE GRN',
		'It is NOT paid and MUST wait',
		'A B C and R&D',
		'$GRN, #GRN, GRN_ID and C:\\GRN\\x',
		'A GRNABCDE is too long',
		'',
	])('nothing in %s', (text) => {
		expect(words(text)).toEqual([]);
	});

	it.each([
		['against a purchase order (PO)', ['PO']],
		['the PO (purchase order)', ['PO']],
		['several goods received notes (GRNs)', ['GRN']],
		['the PO (see below)', []],
		['somebody else (PO)', []],
	])('%s explains %j', (text, expected) => {
		expect(explainedIn(text)).toEqual(expected);
	});
});

describe('usesTerm', () => {
	it.each([
		['GL', 'the GL balance', true],
		['GL', 'glance at it', false],
		['GL', 'both GLs', true],
		['incidental finding', 'Incidental findings are told.', true],
		['policy', 'by the policies', true],
		['after hours', 'the after-hours desk', true],
		['GL (general ledger)', 'the general ledger', true],
		['Buchung', 'alle Buchungen', true],
		['order', 'in reorder', false],
		['business hours', 'in business\nhours', true],
		['C++', 'written in C++ code', true],
		['(', 'nothing', false],
	])('%s in "%s": %s', (term, text, expected) => {
		expect(usesTerm(searchable([text]), term)).toBe(expected);
	});

	it('compares terms without regard to capitals, dashes and spaces', () => {
		expect(termKey('After  Hours')).toBe(termKey('after-hours'));
		expect(termKey('GL')).not.toBe(termKey('AL'));
	});
});

import { describe, expect, it } from 'vitest';
import { isReading } from '../../../../src/model/training/own-record.ts';

describe('a record that somebody makes about himself is enough', () => {
	it.each([
		undefined,
		'Read and understood',
		'read & acknowledged',
		'Self-study',
		'Reading the procedure',
		'Gelesen und verstanden',
		'Lu et compris',
		'Lei\u0301do y entendido',
	])('where section 12 asks for %s', (how) => expect(isReading(how)).toBe(true));

	it.each([
		'Read and understood, then two supervised runs',
		'Classroom',
		'Read with a trainer',
		'Shadowing',
		'Written test',
		'Understood',
		'',
		'прочитано',
	])('and not where it asks for "%s"', (how) => expect(isReading(how)).toBe(false));
});

import { describe, expect, it } from 'vitest';
import { judgeCitation } from '../../../src/model/clause-packs/judge-citation.ts';

const states = (text: string, today = '2026-11-22', edition?: string) =>
	judgeCitation(text, today, edition).map(
		(one) => `${one.pack.framework} ${text.slice(one.at.from, one.at.to)}: ${one.state}`,
	);

describe('judgeCitation', () => {
	it.each([
		['PCAOB AS 2201', 'sox 2201: in force'],
		['PCAOB AS 2201.39', 'sox 2201.39: in force'],
		['AS 2201.3', 'sox 2201.3: unknown'],
		['AS 2201 paragraph .39', 'sox 2201: in force, sox .39: in force'],
		['AS 2201.39 and .40', 'sox 2201.39: in force, sox .40: in force'],
		['AS 2201.B12', 'sox 2201.B12: in force'],
		['AS 1105.10A', 'sox 1105.10A: in force'],
		['AS 1105.99', 'sox 1105.99: not held'],
		['AS 9100', 'sox 9100: not held'],
		['SOX 404(b)', 'sox 404(b): in force'],
		['Sarbanes-Oxley Act Section 404', 'sox 404: in force'],
		['PCAOB Auditing Standard No. 5', 'sox 5: superseded'],
		['ISO 9001', 'iso-9001 ISO 9001: in force'],
		['ISO 9001:2015', 'iso-9001 ISO 9001:2015: in force'],
		['ISO 9001 (2015)', 'iso-9001 ISO 9001 (2015): in force'],
		['DIN EN ISO 9001:2015', 'iso-9001 DIN EN ISO 9001:2015: in force'],
		['ISO 9001:2015 7.5.3', 'iso-9001 7.5.3: in force'],
		['ISO 9001:2015, clause 7.5.3 Control of documented information', 'iso-9001 7.5.3: in force'],
		['ISO 9001:2015 7.5.2 a)', 'iso-9001 7.5.2 a): in force'],
		['ISO 9001:2015 7.5.2(a)', 'iso-9001 7.5.2(a): in force'],
		['ISO 9001:2015 7.5.2a', 'iso-9001 7.5.2a: in force'],
		['ISO 9001:2015 7.5.2 e)', 'iso-9001 7.5.2 e): unknown'],
		['ISO 9001:2015 7.5.4', 'iso-9001 7.5.4: unknown'],
		['ISO 9001:2015 7.5.33', 'iso-9001 7.5.33: unknown'],
		[
			'ISO 9001:2015 7.5.1, 7.5.2 and 7.9',
			'iso-9001 7.5.1: in force, iso-9001 7.5.2: in force, iso-9001 7.9: unknown',
		],
		['ISO 9001:2015 7.5 within 12 months', 'iso-9001 7.5: in force'],
		['ISO 9001:2008 4.2.3', 'iso-9001 ISO 9001:2008 4.2.3: superseded'],
		['ISO 9001:2026 7.5.9', 'iso-9001 ISO 9001:2026 7.5.9: not held'],
		['iso-9001 7.5.3.2 d', 'iso-9001 7.5.3.2 d: in force'],
		['EN ISO 13485:2016 4.2.4', 'iso-13485 4.2.4: in force'],
		['21 CFR 11.10(e)', 'cfr-11 11.10(e): in force'],
		['21 CFR Part 11', 'cfr-11 11: in force'],
		['21 CFR Part 11, § 11.10(e)', 'cfr-11 11: in force, cfr-11 11.10(e): in force'],
		['21 C.F.R. § 11.10(k)(1)', 'cfr-11 11.10(k)(1): in force'],
		['21 CFR 11.10(m)', 'cfr-11 11.10(m): unknown'],
		['21 CFR 11.101', 'cfr-11 11.101: unknown'],
		['21 CFR 110.80', ''],
		['21 CFR 820', 'cfr-820 820: in force'],
		['21 CFR 820.10', 'cfr-820 820.10: in force'],
		['21 CFR 820.40', 'cfr-820 820.40: superseded'],
		['21 CFR 820.40(b)', 'cfr-820 820.40(b): superseded'],
		['21 CFR 820.400', 'cfr-820 820.400: unknown'],
		['EU GMP Chapter 4', 'eu-gmp EU GMP Chapter 4: in force'],
		['EU GMP Chapter 4, 4.9', 'eu-gmp 4.9: in force'],
		['EU GMP 4.33', 'eu-gmp 4.33: unknown'],
		['EU GMP 1.4', 'eu-gmp 1.4: not held'],
		['EudraLex Volume 4, Annex 11', 'eu-gmp EudraLex Volume 4, Annex 11: in force'],
		['EU GMP Annex 11 12.4', 'eu-gmp 12.4: in force'],
		['EU GMP Annex 11 18', 'eu-gmp 18: unknown'],
		['EU GMP Annex 15 3.2', ''],
		['eu-gmp Annex 11 9', 'eu-gmp 9: in force'],
		['eu-gmp 4.5', 'eu-gmp 4.5: in force'],
		['TSC CC7.1', 'soc-2 CC7.1: in force'],
		['SOC 2 CC5.3', 'soc-2 CC5.3: in force'],
		['TSC 2017 CC5.4', 'soc-2 CC5.4: unknown'],
		['ISO/IEC 27001:2022 Annex A.5.37', 'iso-27001 A.5.37: in force'],
		['ISO 27001 A 5.37', 'iso-27001 A 5.37: in force'],
		['ISO 27001 A.5.38', 'iso-27001 A.5.38: unknown'],
		['ISO 27001:2013 A.12.1.1', 'iso-27001 ISO 27001:2013 A.12.1.1: superseded'],
		['NIST SP 800-53 Rev. 5 AC-1', 'nist-800-53 AC-1: in force'],
		['NIST 800-53 ZZ-1', 'nist-800-53 ZZ-1: unknown'],
		['NIST 800-53 AC-2', 'nist-800-53 AC-2: not held'],
		['NIST SP 800-53 r4 AC-1', 'nist-800-53 NIST SP 800-53 r4 AC-1: superseded'],
		['nist-800-53 xx-1 b', 'nist-800-53 xx-1 b: in force'],
		['45 CFR 164.316(b)(2)(i)', 'hipaa 164.316(b)(2)(i): in force'],
		['HIPAA 164.316(b)(3)', 'hipaa 164.316(b)(3): unknown'],
		['45 CFR 164.312', 'hipaa 164.312: not held'],
		['hipaa 164.316(b)(1)', 'hipaa 164.316(b)(1): in force'],
		['COSO Principle 10', 'coso 10: in force'],
		['COSO 2013 Principle 18', 'coso 18: unknown'],
		['coso Principle 12', 'coso 12: in force'],
		['FAR 2.101', ''],
		['17 U.S.C. 512(c)', ''],
		['', ''],
		['__proto__', ''],
	])('%s', (text, expected) => {
		expect(states(text).join(', ')).toBe(expected);
	});

	it('takes the edition that stands beside the citation', () => {
		expect(states('ISO 9001', '2026-11-22', '2008')).toEqual(['iso-9001 ISO 9001: superseded']);
		expect(states('ISO 9001', '2026-11-22', 'constructor')).toEqual(['iso-9001 ISO 9001: in force']);
	});

	it('knows from when on something is superseded', () => {
		expect(states('21 CFR 820.40', '2026-02-01')).toEqual(['cfr-820 820.40: in force']);
		expect(states('21 CFR 820.40', '2026-02-02')).toEqual(['cfr-820 820.40: superseded']);
	});

	it('says what took the place, and how it is printed', () => {
		const [found] = judgeCitation('21 CFR 820.40', '2026-11-22');
		expect(found?.superseded?.by).toBe('ISO 13485:2016 4.2.4 by way of 21 CFR 820.10');
		expect(found?.printed).toBe('21 CFR 820.40');
	});

	it('is done soon with a hostile text', () => {
		const started = performance.now();
		for (const text of [
			'ISO 9001 '.repeat(20),
			`AS ${'2201.'.repeat(39)}`,
			' '.repeat(200),
			'a.1'.repeat(66),
			'('.repeat(200),
		])
			judgeCitation(text, '2026-11-22');
		expect(performance.now() - started).toBeLessThan(200);
	});
});

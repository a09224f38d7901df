import { describe, expect, it } from 'vitest';
import { smallFile, smallId, smallOffice, smallText } from '../support/small-office.ts';
import { runSop } from '../support/run-sop.ts';
import { commitAll, temporaryLibrary } from '../support/temporary-library.ts';

const other = 'SOP-HR-002';
const otherFile = 'sops/b.sop.yaml';

/** The small procedure, which hands what it pays to another. */
const handing = (text: string) => text.replace('      to: supplier\n', `      to: ${other}\n`);

/** Another procedure of another function, which takes something from it, or nothing. */
const taking = (name?: string) =>
	smallText({ id: other })
		.replace('title: Pay an invoice', 'title: Post a payment')
		.replace('function: finance', 'function: hr')
		.replace(
			'name: Supplier invoice\n    from: supplier',
			name === undefined ? 'name: Supplier invoice\n    from: supplier' : `name: ${name}\n    from: ${smallId}`,
		);

interface Told {
	readonly from: { readonly name: string };
	readonly to: { readonly name: string } | null;
	readonly what: string;
	readonly result: string;
	readonly why: readonly string[];
}

type Office = ReturnType<typeof smallOffice>;

function answer(office: Office, ...words: readonly string[]) {
	const { stdout, stderr } = office.sop('handoffs', '--format', 'json', ...words);
	if (stdout === '') throw new Error(stderr);
	return JSON.parse(stdout) as { readonly handoffs: readonly Told[] } & Readonly<Record<string, unknown>>;
}

/** The row between the two procedures. */
function between(office: Office, ...words: readonly string[]): string | undefined {
	const { handoffs } = answer(office, ...words);
	const row = handoffs.find(({ from, to }) => from.name === smallId && to?.name === other);
	return row && [row.result, ...row.why].join('; ');
}

const approving = (more: Parameters<typeof smallOffice>[0] = {}) => {
	const office = smallOffice({ change: handing, ...more });
	office.as('eve').write({ [otherFile]: taking('Released payment') }).save('Another');
	office.as('ann').does('approve', smallId, '--commit');
	return office;
};

describe('sop handoffs', () => {
	it('leads nowhere until the receiver was approved, and again once it is retired', () => {
		const office = approving();
		expect(between(office)).toBe(`does not hold; no version of ${other} is in force`);
		expect(office.sop('handoffs').code).toBe(0);
		expect(office.sop('handoffs', '--check').code).toBe(1);
		office.as('ann', '2026-01-12').does('approve', other, '--commit');
		expect(between(office)).toBe('holds');
		expect(between(office, '--as-of', '2026-01-11')).toBe(`does not hold; no version of ${other} is in force`);
		// What needs it keeps it from being retired, so its giver ends first.
		office.as('ann', '2026-02-01');
		expect(office.refuses('retire', other, '--reason', 'Done elsewhere')).toContain(smallId);
		expect(office.refuses('retire', smallId, '--reason', 'Done elsewhere')).toContain(other);
		office.as('eve').edit(otherFile, `from: ${smallId}`, 'from: supplier').edit(otherFile, 'version: "1.0"', 'version: "1.1"');
		office.edit(otherFile, 'change_log:\n', 'change_log:\n  - version: "1.1"\n    date: 2026-02-01\n    author: eve\n    what: From the supplier\n    why: It is quicker\n').save('Next');
		office.as('ann').does('approve', other, '--commit');
		expect(between(office)).toBe(`does not hold; ${other} does not list it as an input from ${smallId}`);
		expect(between(office, '--on', '2026-01-20')).toBe('holds');
	});

	it('reads what is in force, and with --work the files here', () => {
		const office = smallOffice({ config: 'approvals: none\n', change: handing });
		office.as('eve').write({ [otherFile]: taking() }).save('Another');
		office.write({ [otherFile]: taking('Released payment') });
		expect(between(office)).toBe(`does not hold; ${other} does not list it as an input from ${smallId}`);
		expect(between(office, '--work')).toBe('holds');
		expect(answer(office)).toMatchObject({ read: 'in force', notInForce: [], notEvaluated: [] });
		expect(answer(office, '--work')).toMatchObject({ read: 'work', asOf: null, known: null });
	});

	it('says what stands and is in force nowhere', () => {
		const office = smallOffice();
		const { stdout, stderr } = office.sop('handoffs');
		expect(stdout).toBe('No handoff.\n');
		expect(stderr).toContain('1 document left out: no version is in force. --work reads the files here.');
		expect(answer(office)).toMatchObject({ notInForce: [smallId] });
	});

	it('chooses by function, document and tool, and refuses words that mean nothing here', () => {
		const office = smallOffice({ config: 'approvals: none\n', change: handing });
		office.as('eve').write({
			[otherFile]: taking('Released payment'),
			'registers/tools.yaml': 'format: 1\ntools:\n  - { id: sap, name: SAP, kind: erp, best_for: Ledger, limitation: No bank files }\n  - { id: mail, name: Mail, kind: other }\n',
		});
		office.edit(otherFile, '    by: clerk\n    needs:', '    by: clerk\n    uses: [SAP]\n    needs:');
		office.edit(otherFile, 'tools:\n  not_applicable: Any payment system will do.', 'tools:\n  - name: SAP\n    use: Ledger');
		office.save('Another, with tools');
		const ends = (...words: readonly string[]) =>
			answer(office, ...words).handoffs.map(({ from, to }) => `${from.name} ${to?.name}`).sort();
		expect(ends('--function', 'HR')).toEqual([`${smallId} ${other}`, `${other} supplier`]);
		expect(ends('--id', smallId.toLowerCase())).toEqual([`${smallId} ${other}`, `supplier ${smallId}`]);
		expect(ends('--tool', 'sap')).toEqual([`${smallId} ${other}`]);
		expect(answer(office, '--tool', 'SAP')).toMatchObject({ tool: { id: 'sap', limitation: 'No bank files' } });
		const { tools } = JSON.parse(office.sop('handoffs', '--by-tool', '--format', 'json').stdout);
		expect(tools).toMatchObject([
			{ id: 'sap', kind: 'erp', bestFor: 'Ledger', handoffs: [{ parts: ['used by the receiver'], result: 'holds' }] },
			{ id: 'mail', limitation: null, handoffs: [] },
		]);
		expect(office.sop('handoffs', '--by-tool').stdout).toMatch(/SAP +erp +No bank files +used by the\s/);
		expect(office.sop('handoffs', '--by-tool').stdout).toMatch(/Mail +other +no handoff\n/);
		expect(office.refuses('handoffs', '--tool', 'sapp')).toContain('2: sop: No register and no handoff names a tool "sapp"\nDid you mean sap?');
		expect(office.refuses('handoffs', '--id', 'SOP-FIN-01')).toContain(`Did you mean ${smallId}?`);
		expect(office.refuses('handoffs', '--function', 'finanze')).toContain('Did you mean finance?');
		expect(office.refuses('handoffs', '--by-tool', '--format', 'mermaid')).toMatch(/^2: sop: --by-tool is a list/);
	});

	it('withholds what is classified higher, and does not tell what such a receiver lists', () => {
		const office = smallOffice({ config: 'approvals: none\n', change: handing });
		office.as('eve').write({ [otherFile]: taking('Released payment').replace('classification: internal', 'classification: restricted') }).save('Another');
		for (const work of [[], ['--work']]) {
			const limited = answer(office, '--max-classification', 'internal', ...work);
			expect(limited.handoffs.at(-1)).toMatchObject({ id: other, withheld: 'classification' });
			expect(between(office, '--max-classification', 'internal', ...work)).toBe(
				`not evaluated; ${other} is withheld: classification`,
			);
			for (const format of ['table', 'json', 'csv', 'mermaid']) {
				const { stdout, stderr } = office.sop('handoffs', '--format', format, '--max-classification', 'internal', ...work);
				expect(stdout + stderr).not.toContain('Post a payment');
				expect(stderr).toContain('Withheld: classification, above internal: 1 document.');
			}
		}
	});

	it('prints formulas as text and a drawing, and ends with 1 where a file cannot be read', () => {
		const folder = temporaryLibrary({
			[smallFile]: smallText().replace('name: Released payment', 'name: "=HYPERLINK(1)"'),
			'broken.sop.yaml': 'id: SOP-FIN-009\ntitle: "open\n',
		});
		const { code, stdout, stderr } = runSop(folder, 'handoffs', '--format', 'csv');
		expect(code).toBe(1);
		expect(stdout.split('\r\n')[0]).toBe(
			'From,What,To,How,Check,Why,From kind,To kind,Document,Kind,Id,Data,Accepted when,Received as,Given by,Taken by,Given with,Taken with',
		);
		expect(stdout).toContain(`${smallId},'=HYPERLINK(1),supplier,Bank transfer with`);
		expect(stderr).toContain('broken.sop.yaml cannot be read, so what it passes on is not shown');
		expect(stderr).toContain('Read are the files here. What is in force is not evaluated: no git checkout.');
		commitAll(folder);
		expect(runSop(folder, 'handoffs', '--format', 'mermaid').stdout).toMatch(/^flowchart LR\n\tn0\["SOP-FIN-001<br\/>Pay an invoice"\]\n/);
	});
});

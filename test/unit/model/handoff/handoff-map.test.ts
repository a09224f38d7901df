import { expect, it } from 'vitest';
import { certainDocumentId } from '../../../../src/model/document-id.ts';
import type { Sop } from '../../../../src/model/documents.generated.ts';
import { handoffMap, type PassingDocument } from '../../../../src/model/handoff/handoff-map.ts';
import type { HandoffRow } from '../../../../src/model/handoff/handoff-row.ts';
import { passingOf } from '../../../../src/model/handoff/passages.ts';
import { toolHandoffs, toolNamed } from '../../../../src/model/handoff/tool-handoffs.ts';
import type { Registers } from '../../../../src/model/registers.ts';
import { readYaml } from '../../../../src/source/read-yaml.ts';

const way = { protocol: 'By hand', data: ['amount'], accepted_when: 'It is signed' };

function document(id: string, sop: object, more: Partial<PassingDocument> = {}): PassingDocument {
	// Written as a document would be.
	const value = readYaml(JSON.stringify(sop)).value as Sop;
	return { id, kind: 'sop', title: null, passing: passingOf(value), doubt: null, ...more };
}

const hands = (to: string | readonly string[], name = 'Listing', more = {}) => ({
	outputs: [{ id: 'listing', name, handoff: { to, ...way }, ...more }],
});
const takes = (from: string, name = 'Listing') => ({ inputs: [{ id: 'ledger', name, from }] });

function map(documents: readonly PassingDocument[], registers: Registers = {}): readonly HandoffRow[] {
	return handoffMap({ documents, registers, isCertainId: certainDocumentId({} as never) });
}

function told(rows: readonly HandoffRow[]): readonly string[] {
	return rows.map(({ from, to, what, result, why }) =>
		[`${from.name} -> ${to?.name ?? 'nobody'}: ${what}: ${result}`, ...why].join('; '),
	);
}

const registers: Registers = {
	roles: { roles: [{ id: 'treasury' }] },
	tools: { tools: [{ id: 'netsuite', name: 'NetSuite', limitation: 'No statements', kind: 'erp' }] },
} as never;

it('matches what one document hands over with what the other takes, by name or id in any case', () => {
	const pairs = [
		[hands('SOP-FIN-002'), takes('SOP-FIN-001')],
		[hands('SOP-FIN-002', 'listing  OF all'), takes('SOP-FIN-001', 'Listing of all')],
		[hands('SOP-FIN-002', 'Ledger'), takes('SOP-FIN-001', 'Something else')],
		[hands('SOP-FIN-002', 'Other'), takes('SOP-FIN-001', 'amount')],
	] as const;
	for (const [one, two] of pairs) {
		const rows = map([document('SOP-FIN-001', one), document('SOP-FIN-002', two)]);
		expect(rows.map(({ result, receivedAs }) => [result, receivedAs])).toEqual([
			['holds', two.inputs[0]?.name],
		]);
	}
});

it('says once of each loose end between two documents what is missing', () => {
	expect(
		told(
			map([
				document('SOP-FIN-001', hands(['SOP-FIN-002', 'SOP-FIN-003'])),
				document('SOP-FIN-002', takes('SOP-FIN-001', 'Statement')),
				document('SOP-FIN-003', takes('SOP-FIN-002', 'Report')),
			]),
		),
	).toEqual([
		'SOP-FIN-001 -> SOP-FIN-002: Listing: does not hold; SOP-FIN-002 takes "Statement" from SOP-FIN-001, and not this',
		'SOP-FIN-001 -> SOP-FIN-003: Listing: does not hold; SOP-FIN-003 does not list it as an input from SOP-FIN-001',
		'SOP-FIN-002 -> SOP-FIN-003: Report: does not hold; SOP-FIN-002 does not hand it to SOP-FIN-003',
	]);
});

it('says what a handoff does not say, and of an output or a robot without one all of it', () => {
	const rows = map([
		document('SOP-FIN-001', {
			outputs: [{ id: 'a' }, { name: 'B', handoff: { to: 'outside', data: ['x'], protocol: 'Post' } }],
			procedure: [
				{ id: 'send', do: 'Send it.', automated: true },
				{ id: 'by-hand', do: 'Keep it.' },
			],
		}),
	]);
	expect(told(rows)).toEqual([
		'SOP-FIN-001 -> nobody: Send it.: does not hold; it does not say to whom it goes, how it goes, what data goes with it or when the receiver accepts it',
		'SOP-FIN-001 -> nobody: a: does not hold; it does not say to whom it goes, how it goes, what data goes with it or when the receiver accepts it',
		'SOP-FIN-001 -> outside: B: does not hold; it does not say when the receiver accepts it',
	]);
});

it('knows roles, tools and the outside by the document and the registers, and says of other names what they are not', () => {
	const sop = {
		roles: [{ id: 'clerk' }, { id: 'bank', external: true }],
		tools: [{ name: 'Excel' }],
		...hands([
			'clerk',
			'bank',
			'Excel',
			'treasury',
			'NetSuite',
			'netsuite',
			'the outside',
			'supplier',
			'SOP-FIN-404',
		]),
	};
	const kinds = (rows: readonly HandoffRow[]) =>
		Object.fromEntries(rows.map(({ to, result }) => [to?.name, `${to?.kind} ${result}`]));
	const own = {
		clerk: 'role holds',
		bank: 'outside holds',
		Excel: 'tool holds',
		'the outside': 'outside holds',
	};
	expect(kinds(map([document('SOP-FIN-001', sop)], registers))).toEqual({
		...own,
		treasury: 'role holds',
		NetSuite: 'tool holds',
		netsuite: 'tool holds',
		supplier: 'unknown does not hold',
		'SOP-FIN-404': 'unknown does not hold',
	});
	const without = map([document('SOP-FIN-001', sop)]);
	expect(kinds(without)).toEqual({
		...own,
		treasury: 'unknown not evaluated',
		NetSuite: 'unknown not evaluated',
		netsuite: 'unknown not evaluated',
		supplier: 'unknown not evaluated',
		'SOP-FIN-404': 'unknown does not hold',
	});
	expect(without.find(({ to }) => to?.name === 'supplier')?.why).toEqual([
		'whether supplier is a role or a tool: no roles register, no tools register',
	]);
	// Who brings something in may be said in words.
	expect(told(map([document('SOP-FIN-001', takes('a supplier'))], registers))).toEqual([
		'a supplier -> SOP-FIN-001: Listing: holds',
	]);
	expect(told(map([document('SOP-FIN-001', takes('SOP-FIN-404'))], registers))).toEqual([
		'SOP-FIN-404 -> SOP-FIN-001: Listing: does not hold; no document has the id SOP-FIN-404',
	]);
});

it('says why a document cannot take or give, and cannot tell what a checklist or a hidden one takes', () => {
	const gone = {
		passing: undefined,
		doubt: { result: 'does not hold', why: 'SOP-FIN-002 is retired' },
	} as const;
	const hidden = {
		passing: undefined,
		doubt: { result: 'not evaluated', why: 'SOP-FIN-003 is withheld' },
	} as const;
	const rows = map([
		document('SOP-FIN-001', {
			...hands(['SOP-FIN-002', 'SOP-FIN-003', 'CHK-FIN-001']),
			inputs: ['SOP-FIN-002', 'SOP-FIN-003', 'CHK-FIN-001'].map((from) => ({ name: `From ${from}`, from })),
		}),
		document('SOP-FIN-002', {}, gone),
		document('SOP-FIN-003', {}, hidden),
		document('CHK-FIN-001', {}, { kind: 'checklist' }),
	]);
	expect(told(rows)).toEqual([
		'SOP-FIN-001 -> SOP-FIN-002: Listing: does not hold; SOP-FIN-002 is retired',
		'SOP-FIN-002 -> SOP-FIN-001: From SOP-FIN-002: does not hold; SOP-FIN-002 is retired',
		'CHK-FIN-001 -> SOP-FIN-001: From CHK-FIN-001: not evaluated; CHK-FIN-001 is a checklist, which lists no outputs',
		'SOP-FIN-001 -> CHK-FIN-001: Listing: not evaluated; CHK-FIN-001 is a checklist, which lists no inputs',
		'SOP-FIN-001 -> SOP-FIN-003: Listing: not evaluated; SOP-FIN-003 is withheld',
		'SOP-FIN-003 -> SOP-FIN-001: From SOP-FIN-003: not evaluated; SOP-FIN-003 is withheld',
	]);
});

it('names the tools at both ends, by the register, and those that only documents know', () => {
	const giver = document('SOP-FIN-001', {
		...hands(['SOP-FIN-002', 'NETSUITE']),
		tools: [{ name: 'NETSUITE' }],
		procedure: [{ id: 'list', gives: ['listing'], uses: ['NetSuite', 'Excel'] }],
	});
	const taker = document('SOP-FIN-002', {
		...takes('SOP-FIN-001'),
		procedure: [{ id: 'read', needs: ['ledger'], uses: ['netsuite'] }],
	});
	const tools = toolHandoffs(map([giver, taker], registers), registers.tools);
	const seen = tools.map(({ tool, handoffs }) => [
		tool.id ?? tool.name,
		tool.limitation,
		handoffs.map(({ row, parts }) => `${row.to?.name}: ${parts.join(', ')}`),
	]);
	expect(seen).toEqual([
		[
			'netsuite',
			'No statements',
			['NETSUITE: receives, used by the giver', 'SOP-FIN-002: used by the giver, used by the receiver'],
		],
		['Excel', null, ['NETSUITE: used by the giver', 'SOP-FIN-002: used by the giver']],
	]);
	expect(toolNamed(tools, 'NetSuite')?.tool.id).toBe('netsuite');
	expect(toolNamed(tools, 'SAP')).toBeUndefined();
	expect(toolHandoffs([], registers.tools).map(({ handoffs }) => handoffs)).toEqual([[]]);
});

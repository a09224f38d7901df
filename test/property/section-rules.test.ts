import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/library/read-document.ts';
import { lintOne } from '../../src/lint/lint-one.ts';
import { rules } from '../../src/lint/rules.generated.ts';
import { settingsFrom } from '../../src/lint/settings.ts';
import type { LibraryFacts } from '../../src/lint/subject.ts';
import { findClause } from '../../src/model/clause-packs/find-clause.ts';
import { judgeCitation } from '../../src/model/clause-packs/judge-citation.ts';
import { clausePacks } from '../../src/model/clause-packs/packs.ts';

// Documents of the right keys with whatever values: many break the schema, and rules see what is left of them.
const name = fc.constantFrom(
	...[
		'preparer',
		'reviewer',
		'controller',
		'match',
		'sign',
		'variance',
		'late',
		'end',
		'standing',
		'once',
		'',
		' ',
	],
	...[
		'__proto__',
		'constructor',
		'toString',
		'4 hours',
		'1 business day',
		'P3M',
		'2.1',
		'2.10',
		'2026-01-20',
	],
	...[
		'ISO 9001:2008 7.5',
		'21 CFR 820.40',
		'iso-9001 9.99',
		'SOX-404',
		'SOP-FIN-001',
		'approval',
		'role',
		'date',
		'Asked by phone',
	],
);
const value = fc.oneof(
	{ weight: 6, arbitrary: name },
	{ weight: 3, arbitrary: fc.array(name, { maxLength: 3 }) },
	fc.constantFrom(null, true, 0, 2.1, -1, {}, []),
);
const keys = [
	...[
		'id',
		'name',
		'do',
		'by',
		'together',
		'uses',
		'needs',
		'gives',
		'done_when',
		'due',
		'timeout',
		'next',
		'only_if',
		'for_each',
	],
	...[
		'automated',
		'handoff',
		'to',
		'protocol',
		'data',
		'accepted_when',
		'role',
		'duty',
		'external',
		'steps',
		'activity',
		'type',
	],
	...[
		'responsible',
		'accountable',
		'consulted',
		'informed',
		'from',
		'after',
		'at',
		'question',
		'input',
		'inputs',
		'branches',
	],
	...[
		'goto',
		'resume',
		'check',
		'accept',
		'evidence',
		'every',
		'when',
		'within',
		'approved_by',
		'limit',
		'for',
		'what',
		'why',
	],
	...[
		'cite',
		'edition',
		'control',
		'version',
		'date',
		'author',
		'signatures',
		'meaning',
		'review',
		'follows',
		'on_exception',
		'reviewed_by',
	],
];
const row = fc.dictionary(
	fc.constantFrom(...keys),
	fc.oneof(
		{ weight: 5, arbitrary: value },
		fc.array(fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4 }), { maxLength: 3 }),
	),
	{ maxKeys: 8 },
);
const section = fc.oneof(
	{ weight: 8, arbitrary: fc.array(row, { maxLength: 4 }) },
	row,
	value,
	fc.constant({ not_applicable: 'No reason' }),
);
const document = fc.dictionary(
	fc.constantFrom(
		...[
			'id',
			'version',
			'owner',
			'retention',
			'run_due',
			'satisfies',
			'regulations',
			'roles',
			'raci',
			'tools',
			'inputs',
			'outputs',
		],
		...[
			'procedure',
			'decisions',
			'quality',
			'escalation',
			'exceptions',
			'training',
			'change_log',
			'approval',
			'items',
			'executes',
		],
	),
	section,
	{ minKeys: 3 },
);

const families = new Set([
	...[
		'roles',
		'tools',
		'inputs',
		'outputs',
		'training',
		'regulations',
		'controls',
		'retention',
		'access',
		'quality',
	],
	...['escalation', 'exceptions', 'approval', 'change-log'],
]);
const mine = rules.filter((rule) => families.has(rule.name.split('/')[0] ?? ''));
const settings = settingsFrom(mine, []);
const bare: LibraryFacts = { today: '2026-11-22', registers: {}, config: {}, ruleNames: [] };
const full: LibraryFacts = {
	...bare,
	codeOwners: '/sops/ @quality\n',
	registers: {
		roles: { roles: [{ id: 'controller' }, {}] },
		people: {
			people: [
				{ id: 'j.roe', roles: [{ role: 'controller' }, { role: 'preparer', from: '2026-01-01' }, {}] },
				{},
			],
		},
		tools: { tools: [{ id: 'netsuite', name: 'NetSuite' }, {}] },
		controls: { controls: [{ id: 'SOX-404' }, {}] },
	},
	config: { frameworks: clausePacks.map((pack) => pack.framework), defaults: { retention: '1 year' } },
};

it('no rule throws on a document of whatever values, and none says one thing twice', () => {
	fc.assert(
		fc.property(
			document,
			fc.constantFrom('sop', 'checklist'),
			fc.constantFrom(bare, full),
			(content, kind, library) => {
				const text = JSON.stringify(content);
				const read = readDocument(kind, `sops/a.${kind}.yaml`, new TextEncoder().encode(text));
				const { findings } = lintOne(read, mine, settings, library);
				const said = findings.map((one) => `${one.rule} ${one.range.start.column} ${one.message}`);
				expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
			},
		),
		{ numRuns: 300 },
	);
});

it('any text can be judged as a citation, and what is found stands in it', () => {
	const words = fc.constantFrom(
		...[
			'ISO',
			' 9001',
			':2015',
			' ',
			'7.5',
			'.3',
			'(a)',
			' a)',
			'21 CFR',
			' Part ',
			'11',
			'.10',
			'§',
			'AS ',
			'2201',
			', ',
			' and ',
			'A.5',
		],
		...[
			'NIST 800-53',
			' AC-1',
			'EU GMP',
			' Annex 11',
			' Chapter 4',
			'CC5',
			'coso ',
			'Principle ',
			'–',
			'(',
			')',
			'𝟙',
			'\n',
			'é',
		],
	);
	const text = fc.oneof(
		fc.array(words, { maxLength: 10 }).map((parts) => parts.join('')),
		fc.string({ unit: 'binary', maxLength: 60 }),
	);
	fc.assert(
		fc.property(text, (cited) => {
			for (const { at, state, superseded } of judgeCitation(cited, '2026-11-22')) {
				expect(at.from).toBeGreaterThanOrEqual(0);
				expect(at.to).toBeLessThanOrEqual(cited.length);
				expect(at.from).toBeLessThanOrEqual(at.to);
				expect(superseded !== undefined).toBe(state === 'superseded');
			}
			for (const pack of clausePacks) findClause(pack, cited, '2026-11-22');
		}),
		{ numRuns: 1000 },
	);
});

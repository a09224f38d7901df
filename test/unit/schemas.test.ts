import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { SchemaKind } from '../../src/schema/known-keys.generated.ts';
import { knownKeysAt } from '../../src/schema/known-keys.ts';
import * as recordValidators from '../../src/schema/record-validators.generated.js';
import type { Validator } from '../../src/schema/validators.generated.js';
import * as validators from '../../src/schema/validators.generated.js';

type Path = readonly (string | number)[];

/** As much of a JSON Schema as the tests look at. */
interface Schema {
	readonly $id?: string;
	readonly $ref?: string;
	readonly title?: string;
	readonly description?: string;
	readonly examples?: readonly unknown[];
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly $defs?: Readonly<Record<string, Schema>>;
}

const folder = new URL('../../schemas/', import.meta.url);
const fixtures = new URL('../fixtures/format-md/', import.meta.url);
const schemas = readdirSync(folder).map((file) => ({
	file,
	schema: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Schema, // Held against the metaschema below.
}));
const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
for (const { schema } of schemas) ajv.addSchema(schema);

const kinds: Readonly<Record<SchemaKind, Validator>> = {
	sop: validators.validateSop,
	checklist: validators.validateChecklist,
	people: validators.validatePeople,
	roles: validators.validateRoles,
	tools: validators.validateTools,
	controls: validators.validateControls,
	activities: validators.validateActivities,
	calendar: validators.validateCalendar,
	config: validators.validateConfig,
	'record-approval': recordValidators.validateRecordApproval,
	'record-review': recordValidators.validateRecordReview,
	'record-withdrawal': recordValidators.validateRecordWithdrawal,
	'record-exception': recordValidators.validateRecordException,
	'record-training': recordValidators.validateRecordTraining,
	'record-feedback': recordValidators.validateRecordFeedback,
	'record-run': recordValidators.validateRecordRun,
};

const documents = readdirSync(fixtures).map((file) => ({ file, kind: kindOf(file), value: read(file) }));
const [sop, checklist] = [read('bank-reconciliation.sop.yaml'), read('month-end-close.checklist.yaml')];

const header = {
	...{ format: 1, library: '7f3c9d0e', document: 'SOP-FIN-002', version: '2.1' },
	...{ digest: `sha256:${'0f'.repeat(32)}`, person: 'j.roe', role: 'controller', at: '2026-01-20T09:30:00Z' },
};
const records: readonly { kind: SchemaKind; value: unknown }[] = [
	{ kind: 'record-approval', value: { ...header, meaning: 'approval', signature: 'U1NIU0lH' } },
	{ kind: 'record-review', value: { ...header, meaning: 'review', verdict: 'keep', reason: 'No deviation' } },
	{
		kind: 'record-withdrawal',
		value: { ...header, meaning: 'withdrawal', withdraws: 'version', from: '2026-03-20', reason: 'Unsafe' },
	},
	{
		kind: 'record-exception',
		value: {
			...header,
			...{ meaning: 'exception', exception: 'late-statement', reason: 'Portal down' },
			...{ from: '2026-03-04', until: '2026-03-11', corrective_action: { do: 'Agree a second channel' } },
		},
	},
	{ kind: 'record-training', value: { ...header, meaning: 'training', context: header.digest } },
	{ kind: 'record-feedback', value: { ...header, meaning: 'feedback', text: 'The portal has moved' } },
	{
		kind: 'record-run',
		value: { ...header, meaning: 'run', run: '2026-10', entry: 'value', values: { gl: 1 } },
	},
];

describe('the schemas', () => {
	it.each(schemas)('$file is a schema of its dialect, and named as its file', ({ file, schema }) => {
		expect(schema.$id).toBe(file);
		expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true);
		expect(() => ajv.getSchema(file)).not.toThrow();
	});

	it.each(schemas)('$file says of every key what it is for', ({ schema }) => {
		const silent = [...described(schema, '#')].filter(
			({ schema: { title, description } }) => !title || !description?.endsWith('.'),
		);
		expect(silent.map(({ pointer }) => pointer)).toEqual([]);
	});

	it.each(schemas)('the examples in $file are valid', ({ file, schema }) => {
		const wrong = [...described(schema, '#')].flatMap(({ pointer, schema: { examples } }) => {
			const validate = ajv.getSchema(`${file}${pointer}`);
			return (examples ?? [])
				.filter((example) => !validate?.(example))
				.map((example) => ({ pointer, example }));
		});
		expect(wrong).toEqual([]);
	});

	it('name the fifteen sections of an SOP in their order', () => {
		const named = Object.values(
			schemas.find(({ file }) => file === 'sop.schema.json')?.schema.properties ?? {},
		)
			.map(({ description }) => /^Section (\d+): ([^:]+):/.exec(description ?? ''))
			.flatMap((match) => (match ? [`${match[1]} ${match[2]}`] : []));
		expect([...new Set(named)]).toEqual([
			'1 Purpose and scope',
			'2 Applicable regulations or policies',
			'3 Definitions and abbreviations',
			'4 Roles and responsibilities',
			'5 Required tools and software',
			'6 Inputs and outputs',
			'7 Step-by-step procedure',
			'8 Decision points and branching',
			'9 Quality checkpoints',
			'10 Error handling and escalation paths',
			'11 Exception management',
			'12 Training requirements',
			'13 Related documents and references',
			'14 Version history and change log',
			'15 Approval signatures and review schedule',
		]);
	});

	it('require these keys and no others', () => {
		const required = schemas
			.filter(({ file }) => /^(sop|checklist|common)\./.test(file))
			.flatMap(({ schema }) => [schema, ...Object.values(schema.$defs ?? {})])
			.flatMap(({ title, required }) => (required ? [[title, required.join(' ')]] : []));
		expect(Object.fromEntries(required)).toEqual({
			'Standard operating procedure': 'format id title function version owner',
			Checklist: 'format id title function version',
			Item: 'id do',
			Step: 'id do',
			Decision: 'id question branches',
			Exception: 'id when do',
			Escalation: 'id when do',
			Change: 'version date author',
		});
	});
});

describe('valid files', () => {
	it.each(documents)('$file', ({ kind, value }) => {
		expect(defects(kind, value)).toEqual([]);
	});

	it.each(records)('$kind', ({ kind, value }) => {
		expect(defects(kind, value)).toEqual([]);
	});

	it('may set any section aside, leave it out or leave it empty: that is for the rules to judge', () => {
		for (const key of Object.keys(sop).slice(Object.keys(sop).indexOf('purpose'))) {
			if (key === 'raci') continue;
			expect(defects('sop', changed(sop, [key], { not_applicable: 'No reason' })), key).toEqual([]);
			expect(defects('sop', changed(sop, [key], { not_applicable: null })), key).toEqual([]);
			expect(defects('sop', changed(sop, [key], null)), key).toEqual([]);
			expect(defects('sop', changed(sop, [key], undefined)), key).toEqual([]);
		}
	});

	it('may hold a version that is a number: a rule of its own reports it', () => {
		expect(defects('sop', changed(sop, ['version'], 2.1))).toEqual([]);
		expect(defects('sop', changed(sop, ['change_log', 0, 'version'], 2))).toEqual([]);
	});

	it('may ask several to do a step together, and then name nobody in `by`', () => {
		const step = { id: 'sign', do: 'Sign the workbook.', together: ['preparer', 'reviewer'] };
		expect(defects('sop', changed(sop, ['procedure', 0], step))).toEqual([]);
	});

	it.each(
		'5 seconds,45 minutes,1 hour,4 hours,8 business hours,6 days,3 business days,2 weeks,3 months,7 years,P3M,PT4H,P1Y2M3DT4H5M6S,P2W'.split(
			',',
		),
	)('may last %s', (duration) => {
		expect(defects('sop', changed(sop, ['procedure', 0, 'due'], duration))).toEqual([]);
		expect(defects('sop', changed(sop, ['exceptions', 0, 'limit'], duration))).toEqual([]);
		expect(defects('sop', changed(sop, ['retention'], duration))).toEqual([]);
		expect(defects('sop', changed(sop, ['approval', 'review', 'every'], duration))).toEqual([]);
	});

	it.each(['0 days', '00 months', 'P0D', 'PT0H0M', 'P0Y0M'])(
		'may be due after %s, on the day itself, and nothing else may last so short',
		(duration) => {
			expect(defects('sop', changed(sop, ['procedure', 0, 'due'], duration))).toEqual([]);
			for (const path of [
				['retention'],
				['approval', 'review', 'every'],
				['exceptions', 0, 'limit'],
				['training', 0, 'every'],
				['escalation', 0, 'to', 0, 'within'],
			])
				expect(defects('sop', changed(sop, path, duration)), path.join('.')).toMatchObject([
					{ instancePath: `/${path.join('/')}`, keyword: 'pattern' },
				]);
		},
	);
});

describe('a defect', () => {
	const cases: readonly [SchemaKind, Path, unknown, string, string, string?][] = [
		['sop', ['format'], 2, '/format', 'enum'],
		['sop', ['title'], '', '/title', 'minLength'],
		['sop', ['title'], 'a'.repeat(201), '/title', 'maxLength'],
		['sop', ['id'], 7, '/id', 'type', 'string'],
		['sop', ['id'], 'A'.repeat(65), '/id', 'maxLength'],
		['sop', ['version'], 'v2', '/version', 'pattern'],
		['sop', ['version'], '1.2.3.4.5', '/version', 'pattern'],
		['sop', ['effective'], '1 Feb 2026', '/effective', 'pattern'],
		['sop', ['classification'], 'secret', '/classification', 'enum'],
		['sop', ['retention'], '7 yrs', '/retention', 'pattern'],
		['sop', ['retention'], 7, '/retention', 'type', 'string'],
		['sop', ['covers'], 'finance.cash', '/covers', 'type', 'array'],
		['sop', ['purpose'], 'To agree every account.', '/purpose', 'type'],
		['sop', ['procedure'], 'First this, then that.', '/procedure', 'type'],
		['sop', ['procedure', 0], 'Download the statement.', '/procedure/0', 'type', 'object'],
		['sop', ['procedure', 0, 'by'], undefined, '/procedure/0', 'required', 'by'],
		['sop', ['procedure', 0, 'by'], [], '/procedure/0/by', 'minItems'],
		['sop', ['procedure', 0, 'by'], [1], '/procedure/0/by/0', 'type', 'string'],
		['sop', ['procedure', 0, 'done_when'], { text: 'x' }, '/procedure/0/done_when', 'type'],
		['sop', ['procedure', 0, 'due'], 'soon', '/procedure/0/due', 'pattern'],
		['sop', ['procedure', 0, 'due'], 3, '/procedure/0/due', 'type'],
		['sop', ['procedure', 0, 'due'], 'once', '/procedure/0/due', 'pattern'],
		['sop', ['procedure', 0, 'due'], 'P', '/procedure/0/due', 'pattern'],
		['sop', ['procedure', 0, 'due'], 'P1DT', '/procedure/0/due', 'pattern'],
		['sop', ['procedure', 0, 'due'], { within: '2 business weeks' }, '/procedure/0/due/within', 'pattern'],
		['sop', ['procedure', 0, 'due'], { until: 'x' }, '/procedure/0/due', 'additionalProperties', 'until'],
		['sop', ['procedure', 0, 'timeout'], '3 days', '/procedure/0/timeout', 'type'],
		['sop', ['procedure', 0, 'timeout', 1, 'within'], 3, '/procedure/0/timeout/1/within', 'type'],
		[
			'sop',
			['procedure', 0, 'only_if'],
			{ input: 'x', over: 1 },
			'/procedure/0/only_if',
			'additionalProperties',
			'over',
		],
		['sop', ['procedure', 0, 'only_if'], true, '/procedure/0/only_if', 'type'],
		['sop', ['procedure', 0, 'automated'], 'yes', '/procedure/0/automated', 'type', 'boolean'],
		['sop', ['decisions', 0, 'branches'], undefined, '/decisions/0', 'required', 'branches'],
		['sop', ['decisions', 0, 'branches', 0, 'below'], true, '/decisions/0/branches/0/below', 'type'],
		[
			'sop',
			['decisions', 0, 'branches', 0, 'otherwise'],
			false,
			'/decisions/0/branches/0/otherwise',
			'const',
		],
		['sop', ['decisions', 0, 'branches', 0, 'gives'], 'x', '/decisions/0/branches/0/gives', 'type', 'object'],
		['sop', ['decisions', 0, 'branches', 0, 'gives'], { a: {} }, '/decisions/0/branches/0/gives/a', 'type'],
		['sop', ['escalation', 0, 'to', 0, 'within'], 'at once', '/escalation/0/to/0/within', 'pattern'],
		['sop', ['exceptions', 0, 'when'], undefined, '/exceptions/0', 'required', 'when'],
		['sop', ['exceptions', 0, 'limit'], 'forever', '/exceptions/0/limit', 'pattern'],
		['sop', ['references', 1, 'sha256'], 'abc', '/references/1/sha256', 'pattern'],
		['sop', ['change_log', 0, 'author'], undefined, '/change_log/0', 'required', 'author'],
		['sop', ['change_log', 0, 'date'], '2026-1-2', '/change_log/0/date', 'pattern'],
		['sop', ['approval', 'signatures', 0, 'meaning'], 'ok', '/approval/signatures/0/meaning', 'enum'],
		['sop', ['approval', 'signature'], [], '/approval', 'additionalProperties', 'signature'],
		['sop', ['tools'], { reason: 'None' }, '/tools', 'additionalProperties', 'reason'],
		['sop', ['inputs', 0, 'type'], 'money', '/inputs/0/type', 'enum'],
		['sop', ['automation'], { stage: 'done' }, '/automation/stage', 'enum'],
		['sop', ['automation'], { volume: { count: -1 } }, '/automation/volume/count', 'minimum'],
		['sop', ['status'], 'effective', '', 'additionalProperties', 'status'],
		['checklist', ['items', 0, 'do'], undefined, '/items/0', 'required', 'do'],
		['checklist', ['items', 0, 'sla'], 'fast', '/items/0/sla', 'pattern'],
		[
			'checklist',
			['items', 1, 'ties', 0, 'tolerance'],
			'0.01',
			'/items/1/ties/0/tolerance',
			'type',
			'number',
		],
		[
			'checklist',
			['items', 1, 'evidence', 0],
			{ named: 'x' },
			'/items/1/evidence/0',
			'additionalProperties',
			'named',
		],
		['checklist', ['schedule'], 'monthly', '/schedule', 'type', 'object'],
		['people', ['people', 0, 'id'], undefined, '/people/0', 'required', 'id'],
		[
			'people',
			['people', 0, 'keys', 0, 'revoked'],
			{ from: '2025-03-01', why: 'old' },
			'/people/0/keys/0/revoked/why',
			'enum',
		],
		[
			'roles',
			['roles', 0, 'delegates'],
			[{ rolle: 'x', role: 'y' }],
			'/roles/0/delegates/0',
			'additionalProperties',
			'rolle',
		],
		['tools', ['tools', 0, 'kind'], 'spreadsheet', '/tools/0/kind', 'enum'],
		['controls', ['controls', 0, 'clauses'], 'AS 2201', '/controls/0/clauses', 'type', 'array'],
		['activities', ['activities', 0, 'risk'], 'huge', '/activities/0/risk', 'enum'],
		['calendar', ['calendar', 'week', 0], 'Monday', '/calendar/week/0', 'enum'],
		['calendar', ['calendar', 'hours'], '9-17', '/calendar/hours', 'pattern'],
		['config', ['rules', 'review/overdue'], 'loud', '/rules/review~1overdue', 'pattern'],
		['config', ['rules', 'review/overdue', 'severity'], 'loud', '/rules/review~1overdue/severity', 'enum'],
		['config', ['approvals'], true, '/approvals', 'enum'],
		['config', ['library'], undefined, '', 'required', 'library'],
		['config', ['presets'], 'strict', '', 'additionalProperties', 'presets'],
		['record-approval', ['at'], '2026-01-20', '/at', 'pattern'],
		['record-approval', ['at'], '2026-01-20T09:30:00+01:00', '/at', 'pattern'],
		['record-approval', ['digest'], '0f'.repeat(32), '/digest', 'pattern'],
		['record-review', ['verdict'], undefined, '', 'required', 'verdict'],
		['record-withdrawal', ['withdraws'], 'all', '/withdraws', 'enum'],
		['record-run', ['entry'], 'finished', '/entry', 'enum'],
	];

	it.each(cases)(
		'%s %j = %j is one error at the smallest place',
		(kind, path, value, instancePath, keyword, detail) => {
			const found = defects(kind, changed(validOf(kind), path, value));
			expect(found).toHaveLength(1);
			expect(found[0]).toMatchObject({ instancePath, keyword });
			if (detail !== undefined) expect(Object.values(found[0]?.params ?? {})).toContain(detail);
		},
	);

	it.each(records)('$kind: each part of the envelope is needed', ({ kind, value }) => {
		for (const key of [...Object.keys(header), 'meaning']) {
			if (kind === 'record-feedback' && key === 'role') continue;
			expect(defects(kind, changed(value, [key], undefined)), key).toMatchObject([
				{ instancePath: '', keyword: 'required', params: { missingProperty: key } },
			]);
		}
	});

	it('is an unknown key in any object of any file, and a key of the user is none', () => {
		for (const { kind, value } of [...documents, ...records]) {
			for (const path of places(value)) {
				if (knownKeysAt(kind, path).length === 0 || isOpen(path)) continue;
				expect(defects(kind, changed(value, [...path, 'colour'], 'red')), path.join('/')).toMatchObject([
					{
						instancePath: pointer(path),
						keyword: 'additionalProperties',
						params: { additionalProperty: 'colour' },
					},
				]);
				expect(
					defects(kind, changed(value, [...path, 'x-colour'], { any: ['thing'] })),
					path.join('/'),
				).toEqual([]);
			}
		}
	});
});

describe('the generated validators', () => {
	it('find what ajv finds, whatever stands wherever in a file', () => {
		const intruders = [
			undefined,
			null,
			0,
			-1.5,
			true,
			false,
			'',
			'x',
			'3 days',
			[],
			[''],
			[null],
			{},
			{ x: 1 },
			[{}],
		];
		for (const { kind, value } of [...documents, ...records]) {
			const reference = ajv.getSchema(`${kind}.schema.json`);
			for (const path of everyPath(value)) {
				for (const intruder of intruders) {
					const mutant = changed(value, path, intruder);
					reference?.(mutant);
					const expected = (reference?.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(plain);
					expect(
						defects(kind, mutant).map(plain),
						`${kind} ${path.join('/')} = ${JSON.stringify(intruder)}`,
					).toEqual(expected);
				}
			}
		}
	});

	it('say nothing of an earlier value', () => {
		expect(validators.validateSop({})).toBe(false);
		expect(validators.validateSop(sop)).toBe(true);
		expect(validators.validateSop.errors).toBeNull();
	});

	it('name the definition of a plain value that is wrong, so that the message can say what it should be', () => {
		const [error] = defects('sop', changed(sop, ['procedure', 0, 'due'], 'soon'));
		expect(error?.schemaPath).toMatch(/#\/\$defs\/duration\/pattern$/);
	});
});

describe('the known keys', () => {
	it('are those of the schema at the place', () => {
		expect(knownKeysAt('sop', ['exceptions', 3])).toEqual(
			'id at when do approved_by limit resume goto'.split(' '),
		);
		expect(knownKeysAt('sop', ['procedure', 0, 'due'])).toEqual(['within', 'at_least', 'before', 'after']);
		expect(knownKeysAt('sop', ['procedure', 0, 'timeout'])).toEqual(['within', 'do', 'goto']);
		expect(knownKeysAt('sop', ['procedure', 0, 'timeout', 1])).toEqual(['within', 'do', 'goto']);
		expect(knownKeysAt('sop', ['tools'])).toEqual(['not_applicable']);
		expect(knownKeysAt('config', ['rules', 'review/overdue'])).toEqual(['severity']);
		expect(knownKeysAt('sop', ['decisions', 0, 'branches', 0, 'gives'])).toEqual([]);
		expect(knownKeysAt('sop', ['nothing', 'here'])).toEqual([]);
	});

	it('hold every key that the examples use', () => {
		for (const { kind, value } of [...documents, ...records]) {
			for (const path of places(value)) {
				const known = knownKeysAt(kind, path);
				if (known.length === 0 || isOpen(path)) continue;
				const used = Object.keys(Object(at(value, path))).filter((key) => !key.startsWith('x-'));
				expect(known, path.join('/')).toEqual(expect.arrayContaining(used));
			}
		}
	});
});

function kindOf(file: string): SchemaKind {
	if (file.endsWith('.sop.yaml')) return 'sop';
	if (file.endsWith('.checklist.yaml')) return 'checklist';
	const name = file === 'sop.config.yaml' ? 'config' : file.replace('.yaml', '');
	const kind = Object.keys(kinds).find((candidate): candidate is SchemaKind => candidate === name);
	if (kind === undefined) throw new Error(`${file} is of no kind`);
	return kind;
}

function read(file: string): Readonly<Record<string, unknown>> {
	return parse(readFileSync(new URL(file, fixtures), 'utf8'), { version: '1.2' });
}

function validOf(kind: SchemaKind): unknown {
	if (kind === 'sop') return sop;
	if (kind === 'checklist') return checklist;
	return [...documents, ...records].find((candidate) => candidate.kind === kind)?.value;
}

function defects(kind: SchemaKind, value: unknown) {
	const validate = kinds[kind];
	const valid = validate(value);
	expect(valid).toBe((validate.errors ?? []).length === 0);
	return validate.errors ?? [];
}

/** What two implementations must agree on. Where in the schema is told in two ways. */
function plain(error: { readonly instancePath: string; readonly keyword: string; readonly params: unknown }) {
	return { instancePath: error.instancePath, keyword: error.keyword, params: error.params };
}

/** A copy with another value at a path; `undefined` takes the key away. */
function changed(value: unknown, path: Path, replacement: unknown): unknown {
	const [step, ...rest] = path;
	if (step === undefined) return replacement;
	if (Array.isArray(value))
		return value.map((item, index) => (index === step ? changed(item, rest, replacement) : item));
	const copy: Record<string, unknown> = { ...Object(value) };
	const next = changed(copy[step], rest, replacement);
	if (next === undefined) delete copy[step];
	else copy[step] = next;
	return copy;
}

function at(value: unknown, path: Path): unknown {
	return path.reduce<unknown>((here, step) => Reflect.get(Object(here), step), value);
}

function* everyPath(value: unknown, path: Path = []): Generator<Path> {
	yield path;
	if (typeof value !== 'object' || value === null) return;
	for (const [key, child] of Object.entries(value)) {
		yield* everyPath(child, [...path, Array.isArray(value) ? Number(key) : key]);
	}
}

/** The paths of all objects, but those of the user. */
function places(value: unknown): readonly Path[] {
	const isObject = (here: unknown) => typeof here === 'object' && here !== null && !Array.isArray(here);
	return [...everyPath(value)].filter(
		(path) => isObject(at(value, path)) && !path.some((step) => String(step).startsWith('x-')),
	);
}

/** Options of rules stand beside the known keys under names of their own. */
function isOpen(path: Path): boolean {
	return path[0] === 'rules' && path.length === 2;
}

function pointer(path: Path): string {
	return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Every definition and every property of a schema, with its place. */
function* described(schema: Schema, place: string): Generator<{ pointer: string; schema: Schema }> {
	yield { pointer: place === '#' ? '' : place, schema };
	for (const [name, child] of Object.entries(schema.properties ?? {}))
		yield* described(child, `${place}/properties/${name}`);
	for (const [name, child] of Object.entries(schema.$defs ?? {}))
		yield* described(child, `${place}/$defs/${name}`);
}

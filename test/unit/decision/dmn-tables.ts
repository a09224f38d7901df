import { readFileSync } from 'node:fs';
import type { InputDomain, InputType, Value } from '../../../src/model/decision/input-domain.ts';

const folder = new URL('../../fixtures/dmn-tck/', import.meta.url);

/** A decision table of a DMN file. */
export interface DmnTable {
	readonly hitPolicy: string;
	readonly aggregation: string | undefined;
	readonly inputs: readonly InputDomain[];
	readonly rules: readonly { readonly tests: readonly string[]; readonly outputs: readonly string[] }[];
	/** Per output its values, best first; empty where not listed. */
	readonly outputValues: readonly (readonly string[])[];
	readonly defaults: readonly string[];
}

/** One test case: the inputs by name, and the expected outputs, each one or (several rules) several. */
export interface DmnCase {
	readonly id: string;
	readonly values: Readonly<Record<string, Value>>;
	/** One list for each expected result, of its components in their order. */
	readonly expected: readonly (readonly string[])[];
}

const types: Readonly<Record<string, InputType>> = {
	number: 'number',
	string: 'text',
	boolean: 'boolean',
	date: 'date',
};

/** The tables of a file, in its order. */
export function dmnTables(name: string): DmnTable[] {
	const xml = readFileSync(new URL(`${name}.dmn`, folder), 'utf8');
	return elements(xml, 'decisionTable').map(({ attributes, content }) => ({
		hitPolicy: attribute(attributes, 'hitPolicy') ?? 'UNIQUE',
		aggregation: attribute(attributes, 'aggregation'),
		inputs: elements(content, 'input').map((input) => readInput(input.content)),
		rules: elements(content, 'rule').map((rule) => ({
			tests: elements(rule.content, 'inputEntry').map((entry) => text(entry.content)),
			outputs: elements(rule.content, 'outputEntry').map((entry) => literal(text(entry.content))),
		})),
		outputValues: elements(content, 'output').map((output) =>
			literals(inside(output.content, 'outputValues')),
		),
		defaults: elements(content, 'defaultOutputEntry').map((entry) => literal(text(entry.content))),
	}));
}

/** The test cases that come with a file. */
export function dmnCases(name: string): DmnCase[] {
	const xml = readFileSync(new URL(`${name}-test-01.xml`, folder), 'utf8');
	return elements(xml, 'testCase').map(({ attributes, content }) => ({
		id: attribute(attributes, 'id') ?? '',
		values: Object.fromEntries(
			elements(content, 'inputNode').map((node) => [
				attribute(node.attributes, 'name') ?? '',
				typed(node.content),
			]),
		),
		expected: elements(content, 'expected').flatMap((expected) => {
			const items = elements(expected.content, 'item').map((item) => item.content);
			return (items.length > 0 ? items : [expected.content]).map((item) =>
				elements(item, 'value').map((value) => unescaped(value.content)),
			);
		}),
	}));
}

function readInput(content: string): InputDomain {
	const [expression] = elements(content, 'inputExpression');
	const allowed = inside(content, 'inputValues');
	const type = types[attribute(expression?.attributes ?? '', 'typeRef') ?? ''] ?? 'text';
	const name = text(expression?.content ?? '');
	const range = /^\[(\d+)\.\.(\d+)\]$/.exec(allowed);
	if (range !== null) return { name, type, many: false, min: Number(range[1]), max: Number(range[2]) };
	if (allowed === '') return { name, type, many: false };
	return { name, type: 'enumeration', many: false, values: literals(allowed) };
}

function elements(xml: string, name: string): { readonly attributes: string; readonly content: string }[] {
	const pattern = new RegExp(
		`<(?:\\w+:)?${name}(?<attributes>\\s[^>]*?)?(?:/>|>(?<content>[\\s\\S]*?)</(?:\\w+:)?${name}>)`,
		'g',
	);
	return [...xml.matchAll(pattern)].map(({ groups }) => ({
		attributes: groups?.['attributes'] ?? '',
		content: groups?.['content'] ?? '',
	}));
}

function inside(content: string, name: string): string {
	return elements(content, name)
		.map((element) => text(element.content))
		.join('');
}

function text(content: string): string {
	return unescaped(elements(content, 'text')[0]?.content ?? '').trim();
}

function attribute(attributes: string, name: string): string | undefined {
	return new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
}

function typed(content: string): Value {
	const [value] = elements(content, 'value');
	const written = unescaped(value?.content ?? '');
	const type = attribute(value?.attributes ?? '', 'xsi:type') ?? '';
	if (type.endsWith('decimal') || type.endsWith('double')) return Number(written);
	return type.endsWith('boolean') ? written === 'true' : written;
}

function literals(list: string): string[] {
	return [...list.matchAll(/"([^"]*)"/g)].map(([, value]) => value ?? '');
}

function literal(feel: string): string {
	return /^"([^"]*)"$/.exec(feel)?.[1] ?? feel;
}

function unescaped(xml: string): string {
	return xml
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');
}

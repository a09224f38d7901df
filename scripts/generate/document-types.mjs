import { pascalCase, resolve } from './schemas.mjs';

/**
 * TypeScript types of everything the schemas describe. Every key is optional and nothing can be written:
 * rules also look at documents that broke the schema, and no rule changes one.
 */
export function documentTypes(schemas) {
	const declarations = new Map();

	const typeOf = (schema, home) => {
		if (schema.$ref !== undefined) {
			const { home: there, name, schema: target } = resolve(schemas, home, schema.$ref);
			if (!isNamed(target)) return typeOf(target, there);
			return [target.type].flat().includes('null') ? `${pascalCase(name)} | null` : pascalCase(name);
		}
		if (schema.enum)
			return schema.enum.map((value) => JSON.stringify(value).replaceAll('"', "'")).join(' | ');
		const parts = [schema.type].flat().map((type) => {
			if (type === 'array') return `readonly ${bracketed(typeOf(schema.items, home))}[]`;
			if (type === 'object') return objectOf(schema, home);
			return type;
		});
		return [...new Set(parts)].join(' | ');
	};

	const objectOf = (schema, home) => {
		if (schema.then?.$ref) return typeOf(schema.then, home);
		const keys = Object.keys(schema.properties ?? {});
		if (keys.join() === 'not_applicable') return 'SetAside';
		if (keys.length > 0)
			throw new Error(`${home.file}: an object with the keys ${keys.join(', ')} needs a name in $defs.`);
		return `Readonly<Record<string, ${typeOf(schema.additionalProperties, home)}>>`;
	};

	const membersOf = (schema, home) =>
		Object.entries(schema.properties).map(
			([key, value]) => `\t/** ${value.description} */\n\treadonly ${key}?: ${typeOf(value, home)};`,
		);

	const declare = (name, schema, home) => {
		if (declarations.has(name)) throw new Error(`${home.file}: a second type is called ${name}.`);
		const comment = `/** ${schema.description} */\n`;
		const isObject = schema.properties !== undefined;
		// Options of rules stand beside the known key, under names that only the rules know.
		const open = typeof schema.additionalProperties === 'object';
		const members = isObject ? membersOf(schema, home).join('\n') : '';
		const index = open
			? `\n\treadonly [name: string]: ${typeOf(schema.additionalProperties, home)} | undefined;`
			: '';
		declarations.set(
			name,
			isObject
				? `${comment}export interface ${name} {\n${members}${index}\n}`
				: `${comment}export type ${name} = ${typeOf(schema, home)};`,
		);
	};

	for (const home of schemas) {
		if (home.kind !== 'common') declare(rootName(home.kind), home.schema, home);
		for (const [name, schema] of Object.entries(home.schema.$defs ?? {}))
			if (isNamed(schema)) declare(pascalCase(name), schema, home);
	}
	declarations.set('SetAside', SET_ASIDE);
	return `// Generated from schemas/ by scripts/generate.mjs: do not edit.\n\n${[...declarations.values()].join('\n\n')}\n`;
}

const SET_ASIDE = `/** A section set aside with a reason. */
export interface SetAside {
	readonly not_applicable?: string | null;
}`;

/** Objects, choices and unions with objects get a name of their own; texts, numbers and lists of them do not. */
const isNamed = (schema) =>
	schema.properties !== undefined || schema.then !== undefined || (schema.enum?.length ?? 0) > 1;

/** `record-approval` -> `ApprovalRecord`, `people` -> `PeopleRegister`, `sop` -> `Sop`. */
const rootName = (kind) =>
	`${pascalCase(kind.replace('record-', ''))}${kind.startsWith('record-') ? 'Record' : REGISTERS.includes(kind) ? 'Register' : ''}`;

const REGISTERS = ['activities', 'calendar', 'controls', 'people', 'roles', 'tools'];

const bracketed = (type) => (type.includes(' ') ? `(${type})` : type);

import { resolve } from './schemas.mjs';

/**
 * The keys that the format knows, as shapes by name. A shape says which keys an object has, what stands under each,
 * and what the items of a list are; it names other shapes by number, so that nothing is repeated.
 */
export function knownKeys(schemas) {
	const shapes = [];
	const numbers = new Map();

	const shapeOf = (schema, home) => {
		if (schema.$ref !== undefined) {
			const target = resolve(schemas, home, schema.$ref);
			return shapeOf(target.schema, target.home);
		}
		const object =
			schema.then?.$ref === undefined ? { schema, home } : resolve(schemas, home, schema.then.$ref);
		const { properties, additionalProperties } = object.schema;
		const others = typeof additionalProperties === 'object' ? additionalProperties : undefined;
		if (properties === undefined && schema.items === undefined && others === undefined) return undefined;
		if (!numbers.has(schema)) {
			numbers.set(schema, shapes.length);
			const shape = {};
			shapes.push(shape);
			if (properties)
				shape.keys = Object.fromEntries(
					Object.entries(properties).map(([key, value]) => [key, shapeOf(value, object.home) ?? null]),
				);
			if (schema.items) shape.items = shapeOf(schema.items, home);
			if (others) shape.others = shapeOf(others, object.home) ?? null;
			for (const key of ['items', 'others']) if (shape[key] === undefined) delete shape[key];
		}
		return numbers.get(schema);
	};

	const kinds = schemas
		.filter(({ kind }) => kind !== 'common')
		.map((home) => [home.kind, shapeOf(home.schema, home)]);
	return `// Generated from schemas/ by scripts/generate.mjs: do not edit.

/** What an object or a list of the format may hold; numbers are indexes into \`shapes\`, null is a plain value. */
export interface Shape {
	/** Its own keys, and the shape of what stands under each. */
	readonly keys?: Readonly<Record<string, number | null>>;
	/** The shape of every item of a list. */
	readonly items?: number;
	/** Where the user chooses the keys: the shape of what stands under any of them. */
	readonly others?: number | null;
}

export type SchemaKind = ${kinds.map(([kind]) => `'${kind}'`).join(' | ')};

/** The shape of a whole file, by its kind. */
export const rootShapes: Readonly<Record<SchemaKind, number>> = ${JSON.stringify(Object.fromEntries(kinds))};

export const shapes: readonly Shape[] = ${JSON.stringify(shapes)};
`;
}

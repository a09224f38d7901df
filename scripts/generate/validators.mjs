import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { buildSync } from 'esbuild';
import { compact } from './compact.mjs';
import { pascalCase } from './schemas.mjs';

const exportName = (kind) => `validate${pascalCase(kind)}`;

/** What only people and editors read. */
const ANNOTATIONS = ['title', 'description', 'examples', '$schema'];

/** A schema without its annotations. `properties`, `$defs` and the like hold names, not keywords, and keep them all. */
function bare(schema, holdsNames = false) {
	if (Array.isArray(schema)) return schema.map((item) => bare(item));
	if (typeof schema !== 'object' || schema === null) return schema;
	return Object.fromEntries(
		Object.entries(schema)
			.filter(([key]) => holdsNames || !ANNOTATIONS.includes(key))
			.map(([key, value]) => [
				key,
				bare(value, !holdsNames && ['properties', 'patternProperties', '$defs'].includes(key)),
			]),
	);
}

/** An ES module without imports: one function for each of `kinds`. */
export function validatorModule(schemas, kinds) {
	const ajv = new Ajv.default({
		strict: true,
		strictRequired: false,
		allowUnionTypes: true,
		allErrors: true,
		messages: false,
		inlineRefs: true,
		code: { source: true, esm: true, lines: true },
		schemas: schemas.map(({ schema }) => bare(schema)),
	});
	const checks = Object.fromEntries(kinds.map(({ kind, file }) => [`check${pascalCase(kind)}`, file]));
	const code = compact(standaloneCode.default(ajv, checks)).replaceAll(/export const (?=check)/g, 'const ');
	const exports = kinds.map(
		({ kind }) => `export const ${exportName(kind)} = validator(check${pascalCase(kind)});`,
	);
	// Bundled, because the code asks ajv for a small helper at run time.
	const { outputFiles } = buildSync({
		stdin: { contents: `${code}\n${WRAPPER}\n${exports.join('\n')}`, resolveDir: import.meta.dirname },
		bundle: true,
		write: false,
		format: 'esm',
		platform: 'neutral',
		target: 'node20',
		minify: true,
		banner: { js: NOTICE },
	});
	return outputFiles[0].text;
}

/** The types of such a module. */
export function validatorTypes(kinds) {
	return [NOTICE, TYPES, ...kinds.map(({ kind }) => `export const ${exportName(kind)}: Validator;`), ''].join(
		'\n',
	);
}

const NOTICE = '// Generated from schemas/ by scripts/generate.mjs: do not edit.';

/** An `if` error only says that its `then` failed, which is reported already where it failed. */
const WRAPPER = `
function validator(check) {
	const validate = (value) => {
		const valid = check(value);
		validate.errors = valid ? null : check.errors.filter((error) => error.keyword !== 'if');
		return valid;
	};
	validate.errors = null;
	return validate;
}`;

const TYPES = `
/** One defect: where in the value (a JSON pointer), and which keyword of the schema it breaks. */
export interface ValidationError {
	/** JSON pointer of the value that is wrong; for a missing or unknown key, of the object. */
	readonly instancePath: string;
	/** Where in the schema, e.g. \`common.schema.json#/$defs/duration/pattern\`. */
	readonly schemaPath: string;
	readonly keyword: string;
	/** By keyword: \`missingProperty\`, \`additionalProperty\`, \`type\`, \`allowedValues\`, \`pattern\`, \`limit\` … */
	readonly params: Readonly<Record<string, unknown>>;
	readonly message?: string;
}

/** Whether a value fits the schema; if not, \`errors\` holds every defect until the next call. */
export interface Validator {
	(value: unknown): boolean;
	errors?: readonly ValidationError[] | null;
}
`;

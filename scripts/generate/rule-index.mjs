import { readdir, readFile } from 'node:fs/promises';

/** The list of all rules: one import for each `rules/FAMILY/PROBLEM.ts`, which exports its rule as `problem` in camel case. */
export async function ruleIndex(folder) {
	const families = (await readdir(folder, { withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name);
	const names = (await Promise.all(families.map((family) => problemsOf(folder, family)))).flat().sort();
	const rules = await Promise.all(names.map((name) => checked(folder, name)));
	const imports = rules.map(
		({ name, exported, alias }) => `import { ${exported} as ${alias} } from './rules/${name}.ts';`,
	);
	return `// Generated from the files of src/lint/rules by scripts/generate.mjs: do not edit.
import type { Rule } from './rule.ts';
${imports.join('\n')}

/** Every rule there is, in the order of their names. */
export const rules: readonly Rule[] = [${rules.map(({ alias }) => `\n\t${alias},`).join('')}${rules.length > 0 ? '\n' : ''}];
`;
}

async function problemsOf(folder, family) {
	const files = await readdir(`${folder}/${family}`);
	return files
		.filter((file) => file.endsWith('.ts'))
		.map((file) => `${family}/${file.slice(0, -'.ts'.length)}`);
}

/** A rule by its name, after a look whether its file holds what the name promises. */
async function checked(folder, name) {
	const [family, problem] = name.split('/');
	const exported = camelCase(problem);
	const text = await readFile(`${folder}/${name}.ts`, 'utf8');
	const exports = [...text.matchAll(/^export (?:async )?(?:const|function|let|class) (\w+)/gm)].map(
		([, found]) => found,
	);
	if (exports.length !== 1 || exports[0] !== exported) {
		throw new Error(
			`src/lint/rules/${name}.ts must export exactly one value, the rule, as "${exported}"; it exports ${exports.join(', ') || 'nothing'}.`,
		);
	}
	if (!text.includes(`name: '${name}'`))
		throw new Error(`src/lint/rules/${name}.ts must hold the rule with name: '${name}'.`);
	return { name, exported, alias: `${camelCase(family)}_${exported}` };
}

const camelCase = (name) => name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

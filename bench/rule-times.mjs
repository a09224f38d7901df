// Which rules take the time: milliseconds each one needs for a thousand generated SOPs, the most expensive first.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { sopText } from './make-library.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bundle = join(root, `bench/.rule-times.${process.pid}.mjs`);
const { outputFiles } = await build({
	stdin: {
		contents: `
			export { readDocument } from './src/library/read-document.ts';
			export { fileSubject } from './src/lint/file-subject.ts';
			export { rules } from './src/lint/rules.generated.ts';
			export { settingsFrom } from './src/lint/settings.ts';`,
		resolveDir: root,
	},
	bundle: true,
	format: 'esm',
	platform: 'node',
	write: false,
	banner: {
		js: "import { createRequire as sopCreateRequire } from 'node:module'; const require = sopCreateRequire(import.meta.url);",
	},
});
writeFileSync(bundle, outputFiles[0].contents);
try {
	const { readDocument, fileSubject, rules, settingsFrom } = await import(pathToFileURL(bundle).href);
	const settings = settingsFrom(rules, []);
	const library = {
		today: '2026-11-22',
		registers: {},
		config: {},
		ruleNames: rules.map((rule) => rule.name),
	};
	const spent = new Map([['(reading)', 0]]);
	const count = (name, since) => spent.set(name, (spent.get(name) ?? 0) + performance.now() - since);
	for (const round of [0, 1]) {
		if (round === 1) spent.clear();
		for (let number = 0; number < 1000; number++) {
			const bytes = new TextEncoder().encode(sopText(number));
			let since = performance.now();
			const subject = fileSubject(readDocument('sop', 'a.sop.yaml', bytes), library);
			count('(reading)', since);
			for (const rule of rules) {
				if (rule.scope !== 'file' || !rule.kinds.includes('sop')) continue;
				subject.optionsOfRule = settings.get(rule.name).options;
				since = performance.now();
				for (const problem of rule.check(subject))
					if (!('notEvaluated' in problem)) throw new Error(`${rule.name}: ${problem.message}`);
				count(rule.name, since);
			}
		}
	}
	const rows = [...spent].sort(([, a], [, b]) => b - a);
	const all = rows.reduce((sum, [, ms]) => sum + ms, 0);
	for (const [name, ms] of rows.slice(0, 40)) console.log(`${ms.toFixed(0).padStart(6)}  ${name}`);
	console.log(`${all.toFixed(0).padStart(6)}  all`);
} finally {
	rmSync(bundle, { force: true });
}

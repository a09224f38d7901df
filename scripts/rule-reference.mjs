// Writes docs/rules/ from the rules themselves. Run by `npm run generate:docs`.
import { mkdir, readdir, rm } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { writeIfChanged } from './generate/write-if-changed.mjs';
import { loadRules } from './rule-reference/load-rules.mjs';
import { ruleReference } from './rule-reference/pages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2] ?? `${root}docs/rules`;
const pages = ruleReference(await loadRules(root));
await mkdir(folder, { recursive: true });
for (const [name, text] of pages) await writeIfChanged(`${folder}/${name}`, text);
for (const name of await readdir(folder)) {
	// A family that is gone leaves no page behind.
	if (name.endsWith('.md') && !pages.has(name)) await rm(`${folder}/${name}`);
}

import { ownersOf } from '../../../model/code-owners.ts';
import { codeOwnerLines } from '../../code-owners.ts';
import { everyKind } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const noCodeOwner: FileRule = {
	name: 'access/no-code-owner',
	severity: 'warning',
	summary: 'The repository has a CODEOWNERS file, and no line of it gives this file an owner.',
	why: 'Code owners are who the forge asks before a change is merged. A document without one can be changed by anybody who may push.',
	remedy: 'Run `sop codeowners`, or add a line for the file or its folder to CODEOWNERS.',
	points: 'At the id of the document; at the top of any other file.',
	clauses: ['cfr-11 11.10(d)', 'cfr-11 11.10(g)'],
	scope: 'file',
	kinds: everyKind,
	examples: {
		bad: owning('/sops/ @acme/quality'),
		good: owning('/registers/ @acme/quality'),
	},
	*check({ file, document, library }) {
		const lines = codeOwnerLines(library);
		if (lines === undefined) return;
		const path = (library.folderInRepository ?? '') + file;
		if (ownersOf(lines, path).length > 0) return;
		yield {
			place: { path: document === undefined ? [] : ['id'] },
			message: `CODEOWNERS gives ${file} no owner`,
			help: `Add a line such as \`/${path} @your-team\` to CODEOWNERS; of several lines that fit, the last one counts.`,
		};
	},
};

function owning(line: string): string {
	return `# file: CODEOWNERS
${line}
# file: registers/roles.yaml
format: 1
roles:
  - id: controller
    name: Controller
`;
}

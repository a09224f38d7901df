import type { LinkedFile } from '../../../model/read-document.ts';
import { documentKinds } from '../../from-reading.ts';
import type { FileRule } from '../../rule.ts';

export const missingFile: FileRule = {
	name: 'references/missing-file',
	severity: 'error',
	summary:
		'A file that section 13 names, or that a link or image in the prose leads to, is not in the library; or an #anchor names nothing there.',
	why: 'The form, picture or guide that a step leans on cannot be found by who carries it out, nor be shown to an auditor.',
	remedy: 'Put the file where the document says it is (attachments/), or mend the path.',
	points: 'At the path or the link.',
	clauses: ['iso-9001 7.5.3.1 a'],
	scope: 'file',
	kinds: documentKinds,
	examples: {
		bad: ['references:', '  - file: attachments/portal-guide.pdf', '    title: Bank portal guide'].join('\n'),
		good: ['references:', '  - url: https://bank.example/portal-guide', '    title: Bank portal guide'].join(
			'\n',
		),
	},
	*check(subject) {
		for (const link of subject.linkedFiles) {
			const { path, within } = link;
			const defect = defectOf(link);
			if (defect !== undefined) yield { place: { path, ...(within ? { within } : {}) }, ...defect };
		}
	},
};

function defectOf(link: LinkedFile): { message: string; help?: string } | undefined {
	const { target, use } = link;
	switch (link.found) {
		case 'missing':
			return {
				message: `There is no file ${target}`,
				...(link.suggestion === undefined ? {} : { help: `Did you mean ${link.suggestion}?` }),
			};
		case 'outside':
			return {
				message: `${target} lies outside the library`,
				help: 'Copy the file into attachments/ and name it there; an address of the web belongs under `url`.',
			};
		case 'unreadable':
			return { message: `${target} is there but cannot be read`, help: 'Check its permissions.' };
		case 'folder':
			if (use === 'link') return undefined;
			return { message: `${target} is a folder, not a file`, help: 'Name the file in it.' };
		case 'file':
			return link.anchorFound === false ? missingAnchor(target) : undefined;
	}
}

function missingAnchor(target: string) {
	const hash = target.indexOf('#');
	const [file, anchor] = [target.slice(0, hash), target.slice(hash)];
	const isDocument = file === '' || file.endsWith('.yaml');
	return {
		message:
			file === '' ? `Nothing in this document is called ${anchor}` : `${file} has no place called ${anchor}`,
		help: isDocument
			? 'Write the id of a step, decision or exception, or the key of a section, behind the #.'
			: 'Write the heading in small letters with dashes for spaces, or leave the # out.',
	};
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { copyTemplate } from '../../../src/scaffold/copy-template.ts';
import { topLevelBlocks } from '../../../src/scaffold/top-level-blocks.ts';
import { commentsOf } from '../../../src/source/comments.ts';
import { readYaml } from '../../../src/source/read-yaml.ts';
import { lintTexts } from '../../support/lint-texts.ts';

const examples = new URL('../../../examples/', import.meta.url);
const templates = readdirSync(examples, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(?:sop|checklist)\.yaml$/.test(file))
	.map((file): [string, string] => [file, readFileSync(new URL(file, examples), 'utf8')]);
const draft = {
	id: 'SOP-FIN-044',
	date: '2026-11-22',
	author: 'jane.doe',
	schema: '../../.sop/schemas/sop.schema.json',
	reason: undefined,
	executes: undefined,
	title: undefined,
	function: undefined,
	owner: undefined,
	from: 'template',
};
type Fields = Record<string, unknown>;
const fieldsOf = (text: string) => readYaml(text).value as Fields;

describe('a copy of a template', () => {
	it('finds templates to copy', () => {
		expect(templates.length).toBeGreaterThan(10);
	});

	it('covers what the register here has, and any activity where there is none', () => {
		const template = `id: SOP-IT-1
owner: it-manager
covers: [it.software-request, it.licences] # both
steps: []
`;
		const covering = (activities: readonly string[] | undefined) =>
			copyTemplate(template, { ...draft, activities });
		expect(fieldsOf(covering(undefined))['covers']).toEqual(['it.software-request', 'it.licences']);
		expect(fieldsOf(covering(['it.licences', 'hr.payroll']))['covers']).toEqual(['it.licences']);
		const none = covering(['hr.payroll']);
		expect(none).not.toMatch(/^covers:/m);
		expect(none).toContain('owner: it-manager\n# covers: the activities of registers/activities.yaml');
		// Whoever counts lines of the template finds them in the copy.
		expect(none.split('\n').length).toBe(covering(undefined).split('\n').length);
	});

	it.each(templates)('%s differs only in what makes it new', (file, template) => {
		const copy = copyTemplate(template, { ...draft, id: file.includes('.sop.') ? draft.id : 'CHK-FIN-044' });
		const { value, problems } = readYaml(copy);
		const before = fieldsOf(template);
		const after = value as Fields;
		expect(problems).toEqual([]);
		expect(after['version']).toBe('1.0');
		expect(after['effective']).toBeUndefined();
		expect(after['change_log']).toEqual([
			{
				version: '1.0',
				date: '2026-11-22',
				author: 'jane.doe',
				what: 'First version, from the template template',
				why: '<why it is written now>',
			},
		]);
		expect(after['x-source']).toEqual(before['x-source']);
		expect(after['title']).toBe(before['title']);
		const rest = (fields: Fields) => Object.keys(fields).filter((key) => !['effective'].includes(key));
		expect(rest(after)).toEqual(rest(before));
		const { 'x-source': _, ...written } = after;
		expect(JSON.stringify(written).match(/(?:SOP|CHK)-[A-Z]+-\d+/g)).toEqual([after['id']]);
		expect(copy.split('\n')[0]).toBe('# yaml-language-server: $schema=../../.sop/schemas/sop.schema.json');
	});

	it.each(templates.filter(([file]) => file.includes('.sop.')))(
		'%s lints with placeholders and nothing else',
		async (_, template) => {
			const report = await lintTexts({ 'copy.sop.yaml': copyTemplate(template, draft) });
			expect(
				report.findings
					.filter(({ rule }) => rule !== 'document/placeholder')
					// The place of an id waits for one, which the rules about ids say too.
					.filter(({ message }) => !message.includes('<id of the'))
					.map(({ rule, message }) => `${rule}: ${message}`),
			).toEqual([]);
		},
	);

	it('keeps the comments of what it keeps', () => {
		const template =
			'# about all\nformat: 1\n# about the id\nid: SOP-IT-001  # gone\nversion: "2.0"\n\n# about 7\nprocedure:\n  - id: a # here\nchange_log:\n  - version: "2.0"\n\n# about 15\napproval: {}\n';
		const copy = copyTemplate(template, { ...draft, schema: undefined });
		expect(commentsOf(copy).map(({ text }) => text.trim())).toEqual([
			'# about all',
			'# about the id',
			'# about 7',
			'# here',
			'# about 15',
		]);
	});

	it('takes title, function and owner where they are given', () => {
		const [, template = ''] = templates[0] ?? [];
		const title = 'A "title": with # signs';
		const copy = copyTemplate(template, {
			...draft,
			title,
			function: 'finance',
			owner: { id: 'cfo', proposed: false },
		});
		expect(fieldsOf(copy)).toMatchObject({ title, function: 'finance', owner: 'cfo' });
	});
});

describe('top-level blocks', () => {
	it.each(templates)('of %s give it back', (_, template) => {
		expect(
			topLevelBlocks(template)
				.map(({ text }) => text)
				.join(''),
		).toBe(template);
	});
});

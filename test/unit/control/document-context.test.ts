import { describe, expect, it } from 'vitest';
import {
	type ContextSources,
	documentContext,
	movedInputs,
} from '../../../src/control/context/document-context.ts';
import { readDocument } from '../../../src/library/read-document.ts';
import { digestOf } from '../../../src/model/digest.ts';
import { smallSop } from '../../support/temporary-library.ts';

const read = (text: string) => readDocument('sop', 'sops/finance/a.sop.yaml', Buffer.from(text));
const nothing: ContextSources = {
	registers: {},
	inForceDigestOf: () => undefined,
	sha256Of: () => undefined,
};
const controller = { id: 'controller', name: 'Financial controller' };
const roles = { roles: [controller, { id: 'treasurer', name: 'Treasurer' }] };

describe('the context of a document', () => {
	it('is the digest of an empty map where it leans on nothing', () => {
		expect(documentContext(read(smallSop), nothing)).toEqual({ inputs: new Map(), digest: digestOf({}) });
	});

	it('holds the register entries that it names, and those alone', () => {
		const { inputs, digest } = documentContext(read(smallSop), { ...nothing, registers: { roles } });
		expect([...inputs]).toEqual([['role controller', digestOf(controller)]]);
		expect(digest).toBe(digestOf({ 'role controller': digestOf(controller) }));
	});

	it('does not name an entry whose id stands only within a longer text', () => {
		const text = smallSop.replace('Tell the controller.', 'Tell the treasurer.');
		expect([...documentContext(read(text), { ...nothing, registers: { roles } }).inputs.keys()]).toEqual([
			'role controller',
		]);
	});

	it('holds the calendar only where it counts in business time, also where there is none', () => {
		const calendar = { holidays: ['2026-12-25'] } as ContextSources['registers']['calendar'];
		const sources = { ...nothing, registers: { calendar } };
		expect([...documentContext(read(smallSop), sources).inputs.keys()]).toEqual([]);
		const business = read(smallSop.replace('within: 4 hours', 'within: 4 business hours'));
		expect([...documentContext(business, sources).inputs]).toEqual([['calendar', digestOf(calendar)]]);
		expect([...documentContext(business, nothing).inputs]).toEqual([['calendar', 'none']]);
	});

	it('holds what is in force of the SOPs it follows, and files by their path in the library', () => {
		const text = smallSop
			.replace(
				'    trigger: An invoice arrives\n',
				'    trigger: An invoice arrives\n    follows: SOP-FIN-901\n',
			)
			.replace(
				'  not_applicable: It stands alone.',
				'  - file: attachments/form.pdf\n  - id: SOP-FIN-902\n    how: feeds',
			)
			.replace('Pay each supplier once', 'Pay [each](../../help.md) [or none](../../../etc/passwd) once');
		const asked: string[] = [];
		const { inputs } = documentContext(read(text), {
			registers: {},
			inForceDigestOf: (id) => (id === 'SOP-FIN-901' ? 'sha256:11' : 'sha256:22'),
			sha256Of: (file) => {
				asked.push(file);
				return file === 'attachments/form.pdf' ? 'aa' : undefined;
			},
		});
		expect([...inputs]).toEqual([
			['document SOP-FIN-901', 'sha256:11'],
			['file ../etc/passwd', 'none'],
			['file attachments/form.pdf', 'sha256:aa'],
			['file help.md', 'none'],
		]);
		// What lies outside of the library is never asked for.
		expect(asked.sort()).toEqual(['attachments/form.pdf', 'help.md']);
	});
});

it('names what has moved, came or went', () => {
	const context = (inputs: Record<string, string>) => ({ inputs: new Map(Object.entries(inputs)) });
	expect(movedInputs(context({ a: '1', b: '1', c: '1' }), context({ a: '1', b: '2', d: '1' }))).toEqual([
		'b',
		'c',
		'd',
	]);
	expect(movedInputs(context({ a: '1' }), context({ a: '1' }))).toEqual([]);
});

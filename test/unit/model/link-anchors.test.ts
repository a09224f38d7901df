import { describe, expect, it } from 'vitest';
import { hasAnchor } from '../../../src/model/link-anchors.ts';

const guide = `# Bank portal: how to log in

Text
## *Log* \`in\` again #
## Log in [twice](x.md)
## Same
## Same
Über Größe
==========
\`\`\`
# In code
\`\`\`
## Named {#by-name}
<a id="By-Hand"></a> <a name=other>
`;

describe('anchors of Markdown, as forges derive them', () => {
	it.each(['bank-portal-how-to-log-in', 'log-in-again', 'log-in-twice', 'same', 'same-1', 'über-größe'])(
		'%s',
		(anchor) => {
			expect(hasAnchor('guide.md', guide, anchor)).toBe(true);
		},
	);

	it.each(['by-name', 'by-hand', 'other', 'SAME'])('%s, in any letters', (anchor) => {
		expect(hasAnchor('guide.md', guide, anchor)).toBe(true);
	});

	it.each(['in-code', 'same-2', 'log', 'x.md', '__proto__'])('but not %s', (anchor) => {
		expect(hasAnchor('guide.md', guide, anchor)).toBe(false);
	});
});

const document = `id: SOP-FIN-001
change_log:
  - version: "1.0"
procedure:
  - id: collect
    do: Collect.
  - do: Second.
    id: "match"
inputs:
  - { name: Statement, id: statement }
`;

describe('anchors of an SOP or a checklist', () => {
	it.each([
		'collect',
		'match',
		'statement',
		'procedure',
		'change_log',
		'change-log',
		'step-by-step-procedure',
		'version-history-and-change-log',
	])('%s', (anchor) => {
		expect(hasAnchor('sops/a.sop.yaml', document, anchor)).toBe(true);
	});

	it.each(['collected', 'decisions', 'do'])('but not %s', (anchor) => {
		expect(hasAnchor('a.checklist.yaml', document, anchor)).toBe(false);
	});
});

it('says nothing of files whose anchors it cannot tell', () => {
	expect(hasAnchor('guide.pdf', '', 'page=3')).toBeUndefined();
	expect(hasAnchor('guide.md', guide, 'L10-L20')).toBeUndefined();
	expect(hasAnchor('guide.md', guide, '')).toBeUndefined();
	expect(hasAnchor('page.html', '<h1 id="top">', 'top')).toBe(true);
	expect(hasAnchor('page.html', '<h1 id="top">', 'bottom')).toBe(false);
});

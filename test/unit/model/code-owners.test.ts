import { describe, expect, it } from 'vitest';
import { ownersOf, parseCodeOwners } from '../../../src/model/code-owners.ts';

const owners = (text: string, file: string) => ownersOf(parseCodeOwners(text), file).join(' ');

describe('the examples of GitHub’s page about code owners', () => {
	const text = `
# This is a comment.
*       @global-owner1 @global-owner2
*.js    @js-owner #This is an inline comment.
*.go docs@example.com
*.txt @octo-org/octocats
/build/logs/ @doctocat
docs/* docs@example.com
apps/ @octocat
/docs/ @doctocat
/scripts/ @doctocat @octocat
**/logs @octocat
/apps/ @octocat
/apps/github
`;
	it.each([
		['some/deep/file.rb', '@global-owner1 @global-owner2'],
		['src/a.js', '@js-owner'],
		['main.go', 'docs@example.com'],
		['notes.txt', '@octo-org/octocats'],
		['build/logs/today/a.log', '@octocat'],
		['deep/build/logs', '@octocat'],
		['docs/getting-started.md', '@doctocat'],
		['docs/build-app/troubleshooting.md', '@doctocat'],
		['deeply/nested/apps/x.md', '@octocat'],
		['scripts/a/b.sh', '@doctocat @octocat'],
		['apps/main.js', '@octocat'],
		['apps/github', ''],
		['apps/github/index.js', ''],
	])('%s', (file, expected) => {
		expect(owners(text, file)).toBe(expected);
	});
});

it.each([
	['docs/* @d', 'docs/a.md', '@d'],
	['docs/* @d', 'docs/a/b.md', ''],
	['docs/* @d', 'other/docs/a.md', ''],
	['docs/** @d', 'docs/a/b.md', '@d'],
	['docs @d', 'other/docs/a.md', '@d'],
	['/docs @d', 'other/docs/a.md', ''],
	['a/**/z.md @d', 'a/z.md', '@d'],
	['a/**/z.md @d', 'a/b/c/z.md', '@d'],
	['a/**/z.md @d', 'a/b/c/y.md', ''],
	['*.sop.yaml @d', 'sops/a.sop.yaml', '@d'],
	['s?ps/*.yaml @d', 'sops/a.yaml', '@d'],
	['my\\ docs/ @d', 'my docs/a.md', '@d'],
	['Docs/ @d', 'docs/a.md', ''],
	['* nobody', 'a.md', ''],
	['* @d', 'a.md', '@d'],
	['!a.md @d', 'a.md', ''],
	['', 'a.md', ''],
	['# * @d', 'a.md', ''],
	['a.md @d\r\n', 'a.md', '@d'],
])('%s gives %s to %s', (text, file, expected) => {
	expect(owners(text, file)).toBe(expected);
});

it('adds up the sections of GitLab, with their default owners', () => {
	const text = '* @all\n[Quality][2] @quality\nsops/\nsops/legacy/ @legacy\n^[Optional] @more\n*.md\n';
	expect(owners(text, 'sops/a.yaml')).toBe('@quality @all');
	expect(owners(text, 'sops/legacy/a.yaml')).toBe('@legacy @all');
	expect(owners(text, 'sops/legacy/a.md')).toBe('@more @legacy @all');
});

it('takes no long time with a hostile pattern', () => {
	const lines = parseCodeOwners(`${'*a'.repeat(200)}b @d\n${'**/a/'.repeat(200)}b @d\n`);
	const started = performance.now();
	expect(ownersOf(lines, `${'a'.repeat(2000)}`)).toEqual([]);
	expect(ownersOf(lines, `${'a/'.repeat(2000)}c`)).toEqual([]);
	expect(performance.now() - started).toBeLessThan(500);
});

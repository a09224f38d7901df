import { expect, test } from 'vitest';
import { readStatus } from '../../src/git/unsaved-files.ts';

test('reads what git status says, two paths of a rename included', () => {
	const output = [
		' M changed.sop.yaml',
		'?? new file\nwith a line.sop.yaml',
		'A  added',
		'AM added then changed',
		'R  to',
		'from -> not a path of its own',
		' D deleted',
		'UU both changed',
		'AA both added',
		'',
	].join('\0');
	expect([...readStatus(output)]).toEqual([
		{ path: 'changed.sop.yaml', state: 'changed' },
		{ path: 'new file\nwith a line.sop.yaml', state: 'new' },
		{ path: 'added', state: 'new' },
		{ path: 'added then changed', state: 'new' },
		{ path: 'to', state: 'renamed' },
		{ path: 'deleted', state: 'deleted' },
		{ path: 'both changed', state: 'in conflict' },
		{ path: 'both added', state: 'in conflict' },
	]);
});

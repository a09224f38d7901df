import { expect, it } from 'vitest';
import { refuseUnreadable } from '../../../src/library/find-files.ts';

const found = { unreadable: [{ folder: 'layoffs', code: 'EACCES' }] };

it('names the folder that cannot be read, but where its name may tell too much', () => {
	expect(() => refuseUnreadable({ unreadable: [] })).not.toThrow();
	expect(() => refuseUnreadable(found)).toThrow('The folder layoffs cannot be read (EACCES)');
	expect(() => refuseUnreadable(found, false)).toThrow('A folder of the library cannot be read (EACCES)');
});

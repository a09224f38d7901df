import { cpSync, rmSync } from 'node:fs';
import { it } from 'vitest';
import { auditedLibrary } from './support/audited-library.ts';

it('makes one', () => {
	const library = auditedLibrary();
	rmSync('/tmp/audlib', { recursive: true, force: true });
	cpSync(library.repository.folder, '/tmp/audlib', { recursive: true });
});

import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/example/make-example.mjs', import.meta.url));

describe('the example company', () => {
	it('is what its story makes, byte for byte, in any zone and locale', { timeout: 600_000 }, () => {
		const environment = { ...process.env, TZ: 'Asia/Tokyo', LC_ALL: 'C.UTF-8' };
		const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--check'], {
			encoding: 'utf8',
			env: environment,
		});
		expect({ status, stdout, stderr }).toEqual({
			status: 0,
			stdout: expect.stringMatching(/^The example company is [0-9a-f]{40}\n$/),
			stderr: '',
		});
	});
});

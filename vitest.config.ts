import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		setupFiles: ['test/support/seed.ts'],
		// Command tests start whole processes; two cores share the work.
		testTimeout: 180_000,
	},
});

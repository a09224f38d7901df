import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, launch } from 'puppeteer-core';

const places = [
	process.env['CHROMIUM'],
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const found = places.find((place) => place !== undefined && existsSync(place));

/** Whether pages can be opened here. */
export const hasBrowser = found !== undefined;
if (!hasBrowser)
	console.warn('SKIPPED: no Chromium here, so no page is opened in it. Not passed, not failed.');

/** A real browser without a window. It opens nothing but what it is told to: without a sandbox, which containers lack. */
export function openBrowser(): Promise<Browser> {
	return launch({
		...(found === undefined ? {} : { executablePath: found }),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-dev-shm-usage',
			'--host-resolver-rules=MAP * ~NOTFOUND',
		],
	});
}

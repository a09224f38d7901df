// The bundle holds other people's work: their licences go with it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes THIRD-PARTY-LICENSES.txt into the folder of the bundle: each bundled package with its version and its licence text. */
export function writeThirdPartyLicenses(root, folderOfBundle, metafile) {
	const packages = new Set();
	for (const input of Object.keys(metafile.inputs)) {
		const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
		if (name) packages.add(name);
	}
	const parts = [...packages].sort().map((name) => {
		const folder = `${root}node_modules/${name}`;
		const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
		const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
		const text =
			file && existsSync(`${folder}/${file}`)
				? readFileSync(`${folder}/${file}`, 'utf8').trim()
				: '(The package carries no licence text.)';
		return `${name} ${version}\nLicence: ${license}\n\n${text}\n`;
	});
	writeFileSync(`${folderOfBundle}/THIRD-PARTY-LICENSES.txt`, parts.join(`\n${'-'.repeat(78)}\n\n`));
}

// Makes a repository with a long past: SOPs in six folders, and a commit for each new version of one; every
// fiftieth change comes by a merge. The same one every time.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';

/** 2024-01-01, and a commit every ten minutes: fifty thousand take most of a year. */
const begin = 1_704_067_200;
const apart = 600;

const small = readFileSync(new URL('../test/fixtures/small.sop.yaml', import.meta.url), 'utf8');

/** The small SOP of the tests, about 3 kB, with an id, a version and a change log of its own. */
function sopText(number, version, changes) {
	const id = `SOP-FIN-${String(number).padStart(5, '0')}`;
	const log = changes
		.map(
			({ minor, day }) =>
				`  - version: "1.${minor}"\n    date: ${day}\n    author: Jane Doe\n    what: The limit of the clerk, checked for the ${minor}. time\n    why: Yearly review\n`,
		)
		.join('');
	const text = small
		.replace(/^id: .*$/m, `id: ${id}`)
		.replace(/^title: .*$/m, `title: Pay an invoice of kind ${number}`)
		// Nobody reviews them: what falls due in a year would be a finding in each.
		.replace(/^( +every:) 1 year\n$(?![\s\S])/m, '$1 10 years\n')
		.replace(/^version: .*$/m, `version: "1.${version}"`)
		.replace(/^change_log:\n(?:[ -].*\n)+/m, () => `change_log:\n${log}`);
	return { id, text };
}

/** `settings` are further lines of the config, `people` the text of a people register that stands from the beginning. */
export async function makeHistory(folder, documents, commits, { settings = '', people } = {}) {
	mkdirSync(folder, { recursive: true });
	spawnSync('git', ['init', '--quiet', '--initial-branch=main', folder]);
	const git = spawn('git', ['-C', folder, 'fast-import', '--quiet', '--done'], {
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	const write = async (text) => {
		if (!git.stdin.write(text)) await once(git.stdin, 'drain');
	};
	const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const logs = Array.from({ length: documents }, () => []);
	const dayOf = (index) => new Date((begin + index * apart) * 1000).toISOString().slice(0, 10);
	const file = (number, index) => {
		const log = logs[number];
		log.unshift({ minor: log.length, day: dayOf(index) });
		const { id, text } = sopText(number, log.length - 1, log);
		return `M 100644 inline sops/f${number % 6}/${id}.sop.yaml\n${data(text)}`;
	};
	const head = (ref, index, subject) =>
		`commit ${ref}\nmark :${index + 1}\ncommitter Jane Doe <jane.doe@acme.example> ${begin + index * apart} +0000\n${data(subject)}`;

	await write(
		`${head('refs/heads/main', 0, 'Begin')}M 100644 inline sop.config.yaml\n${data(`format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\nmainline: main\n${settings}`)}`,
	);
	if (people !== undefined) await write(`M 100644 inline registers/people.yaml\n${data(people)}`);
	for (let number = 0; number < documents; number++) await write(file(number, 0));
	let tip = 1;
	for (let index = 1; index < commits; ) {
		const number = (index * 7919) % documents;
		if (index % 50 === 0 && index + 1 < commits) {
			await write(
				`${head('refs/heads/side', index, `Change record ${number}`)}from :${tip}\n${file(number, index)}`,
			);
			await write(
				`${head('refs/heads/main', index + 1, `Merge the change of record ${number}`)}from :${tip}\nmerge :${index + 1}\n`,
			);
			// A merge in fast-import takes the tree of its first parent: the change is named again.
			await write(
				`M 100644 inline sops/f${number % 6}/SOP-FIN-${String(number).padStart(5, '0')}.sop.yaml\n${data(sopText(number, logs[number].length - 1, logs[number]).text)}`,
			);
			index += 2;
		} else {
			await write(
				`${head('refs/heads/main', index, `Change record ${number}`)}from :${tip}\n${file(number, index)}`,
			);
			index++;
		}
		tip = index;
	}
	await write('done\n');
	git.stdin.end();
	const [code] = await once(git, 'close');
	if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
	spawnSync('git', ['-C', folder, 'branch', '--quiet', '-D', 'side']);
	spawnSync('git', ['-C', folder, 'checkout', '--quiet', 'main']);
}

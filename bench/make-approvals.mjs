// Adds approvals to a repository that make-history.mjs and make-trainings.mjs made: three controllers sign the text of
// each document as it stands, in commits of a hundred records.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** `documents` is what `sop list --format json` lists; `at` the second of the first commit. Gives the number of records. */
export async function makeApprovals(folder, documents, at) {
	const git = spawn('git', ['-C', folder, 'fast-import', '--quiet', '--done'], {
		stdio: ['pipe', 'inherit', 'inherit'],
	});
	const write = async (text) => {
		if (!git.stdin.write(text)) await once(git.stdin, 'drain');
	};
	const data = (text) => `data ${Buffer.byteLength(text)}\n${text}\n`;
	const signers = ['controller-0', 'controller-1', 'controller-2'];
	const records = documents.flatMap(({ id, standing: { version, digest } }) =>
		signers.map((person) => ({
			path: `records/approvals/${id.replace(/[A-Z]/g, '+$&').toLowerCase()}/${version}/${digest.slice(7, 19)}/${person}-controller-approval.yaml`,
			text: `format: 1\nlibrary: 3f1b0c6a9d4e4f7aa2c5d8e1b7064c92\ndocument: ${id}\nversion: "${version}"\ndigest: "${digest}"\nperson: ${person}\nrole: controller\nmeaning: approval\nat: "${new Date(at * 1000).toISOString().replace('.000', '')}"\n`,
		})),
	);
	for (let from = 0; from < records.length; from += 100) {
		const parent = from === 0 ? 'from refs/heads/main^0\n' : '';
		await write(
			`commit refs/heads/main\ncommitter Jane Doe <jane.doe@acme.example> ${at + from} +0000\n${data('Record approvals')}${parent}`,
		);
		for (const { path, text } of records.slice(from, from + 100))
			await write(`M 100644 inline ${path}\n${data(text)}`);
	}
	await write('done\n');
	git.stdin.end();
	const [code] = await once(git, 'close');
	if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
	spawnSync('git', ['-C', folder, 'reset', '--quiet', '--hard', 'main']);
	return records.length;
}

// A program that writes records one after another, to be stopped in the middle. Its words: how many, and the terminal or
// not; it works in the folder it is started in.
import process from 'node:process';
import { writeRecord } from '../../src/cli/records/write-record.ts';
import { nodeIo } from '../../src/io/node-io.ts';
import { approval, recordCall, training } from './record-context.ts';

const [count = '1', key = ''] = process.argv.slice(2);
const folder = process.cwd();
const { environment, stdin, stdout, stderr } = nodeIo();
const world = key === '' ? {} : { environment, stdin, stdout, stderr };
const { context, library } = recordCall({ folder, home: folder }, {}, world);
const person = { id: 'jane.doe' };
for (let nth = 0; nth < Number(count); nth++) {
	const role = `role-${process.pid}-${nth}`;
	await writeRecord(context, library, {
		kind: 'approvals',
		value: approval({ role }),
		person,
		...(key === '' ? {} : { key: { file: key } }),
	});
	const written = () =>
		writeRecord(context, library, { kind: 'training', value: training({ role }), person });
	// As a user does it who is told to run the command again.
	const meanwhile = (error: unknown) => error instanceof Error && error.message.includes('meanwhile');
	for (let done = false; !done; ) {
		done = await written().then(
			() => true,
			(error: unknown) => {
				if (meanwhile(error)) return false;
				throw error;
			},
		);
	}
	process.stdout.write(`${role}\n`);
}

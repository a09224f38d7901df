import { pathKey } from '../../library/history/library-history.ts';
import { readTexts, type WantedText } from '../../library/history/read-texts.ts';
import { readDocument } from '../../library/read-document.ts';
import type { Config } from '../../model/documents.generated.ts';
import { type RegisterKind, registerKinds } from '../../model/file-kind.ts';
import type { ReadDocument } from '../../model/read-document.ts';
import { type Registers, registersFrom } from '../../model/registers.ts';
import type { OpenHistory } from './open-history.ts';
import type { OpenRecord } from './open-record.ts';

/**
 * The registers that the mainline showed at the moment of a record, read from what is committed alone. The people
 * register is the one that the config of then names.
 */
export async function registersAt(record: OpenRecord, config: Config): Promise<Registers> {
	const { git, history, moment } = record;
	const read: ReadDocument[] = [];
	const whyNot: Partial<Record<RegisterKind, string>> = {};
	for (const kind of registerKinds) {
		const file = (kind === 'people' ? config.people?.file : undefined) ?? `registers/${kind}.yaml`;
		const blob = standingAt(record, file, moment.position) ?? (await unfollowed(record, file));
		if (blob === undefined) continue;
		const wanted: WantedText[] = [{ file, blob }];
		let isHere = false;
		for await (const { bytes } of readTexts(git, wanted, history.state.filtered)) {
			isHere = true;
			read.push(readDocument(kind, file, bytes));
		}
		if (!isHere) whyNot[kind] = `the text of the ${kind} register is not here`;
	}
	const registers = registersFrom(read);
	return { ...registers, whyNot: { ...registers.whyNot, ...whyNot } };
}

function standingAt({ history }: OpenHistory, file: string, position: number): string | undefined {
	// Newest first.
	const known = (history.trail(pathKey(file))?.entries ?? []).find(
		({ mainline }) => mainline !== null && mainline <= position,
	);
	return known?.after[0]?.blob;
}

/** A file whose past is not followed, as the config put it where no register lies by itself. */
async function unfollowed({ git, history, moment }: OpenRecord, file: string): Promise<string | undefined> {
	if (registerKinds.some((kind) => file === `registers/${kind}.yaml`)) return undefined;
	const path = `${moment.known.id}:${history.prefix}${file.replace(/^\.\//, '')}`;
	return await git.text(['rev-parse', '--verify', '--quiet', '--end-of-options', path]).then(
		(text) => text.trim(),
		() => undefined,
	);
}

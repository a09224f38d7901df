import type { OpenLibrary } from '../../../library/open-library.ts';
import type { CommandContext } from '../../command-context.ts';
import type { ChosenKey } from '../../records/chosen-key.ts';
import { signingKeyFor } from '../../records/signing-key.ts';

/** The key that `--sign` means; undefined without the flag. Whoever makes a packet need be in no register. */
export function packetKey(context: CommandContext, library: OpenLibrary): Promise<ChosenKey | undefined> {
	return signingKeyFor(context, library, { id: 'whoever makes the packet' });
}

import { cfr11 } from './cfr-11.ts';
import { cfr820 } from './cfr-820.ts';
import type { ClausePack } from './clause-pack.ts';
import { coso } from './coso.ts';
import { euGmp } from './eu-gmp.ts';
import { hipaa } from './hipaa.ts';
import { iso9001 } from './iso-9001.ts';
import { iso13485 } from './iso-13485.ts';
import { iso27001 } from './iso-27001.ts';
import { nist80053 } from './nist-800-53.ts';
import { soc2 } from './soc-2.ts';
import { sox } from './sox.ts';

/** Every clause pack there is. They are off until a config names them, except for what is no longer in force. */
export const clausePacks: readonly ClausePack[] = [
	iso9001,
	iso13485,
	cfr11,
	cfr820,
	euGmp,
	sox,
	soc2,
	iso27001,
	nist80053,
	hipaa,
	coso,
];

/** The ids of the frameworks, as a config names them and as `clauses` of rules begin. */
export const frameworks: readonly string[] = clausePacks.map((pack) => pack.framework);

/** The packs of the frameworks that a config names; names of no pack are passed over. */
export function packsOf(named: readonly string[] | undefined): readonly ClausePack[] {
	return clausePacks.filter((pack) => named?.includes(pack.framework));
}

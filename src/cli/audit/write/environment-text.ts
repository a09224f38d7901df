import type { Basis } from '../../../packet/basis.ts';

/** What a packet was made with and when: of one machine and one moment, so it stays outside the manifest. */
export interface EnvironmentFacts {
	/** SHA-256 of the manifest. */
	readonly packet: string;
	readonly basis: Basis;
	readonly madeAt: Date;
	readonly node: string;
	readonly platform: string;
	readonly git: string;
	readonly zone: string;
	readonly command: string;
}

/** `ENVIRONMENT.txt`: a line for each fact, as `Name: value`. */
export function environmentText(facts: EnvironmentFacts): string {
	const lines: readonly (readonly [name: string, value: string])[] = [
		['Packet (SHA-256 of MANIFEST.sha256)', facts.packet],
		['Made at, by the clock of this machine (UTC)', facts.madeAt.toISOString()],
		['Data as of (mainline time of the head)', facts.basis.dataAsOf ?? 'none'],
		['Call', facts.command],
		['sop', `${facts.basis.tool.version} (build ${facts.basis.digests.tool ?? 'from its sources'})`],
		['Node.js', facts.node],
		['git', facts.git],
		['Platform', facts.platform],
		['Time zone of this machine', facts.zone],
	];
	const text = lines.map(([name, value]) => `${name}: ${value.replace(/[\r\n]+/g, ' ')}\n`).join('');
	return `This file is about the machine that made the packet. It is no part of it, and the packet is the same without it.\n${text}`;
}

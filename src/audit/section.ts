import type { Check } from './check.ts';
import type { PacketList } from './packet-list.ts';

/** One part of a packet: the questions it answers, and the lists that the answers rest on. */
export interface Section {
	/** `P-00` to `P-16`, as auditors ask for them; `A-1` and on for annexes. */
	readonly id: string;
	/** Of its page: `sections/P-01-master-list.html`. */
	readonly name: string;
	readonly title: string;
	/** What an auditor asks that it answers, as a sentence. */
	readonly question: string;
	readonly checks: readonly Check[];
	readonly lists: readonly PacketList[];
	/** What a reader has to know to read it right, each a sentence; never words of documents. */
	readonly notes: readonly string[];
}

import type { Config } from '../model/documents.generated.ts';
import type { ConfigLayer } from './read-config.ts';

/** What a branch is judged by: the config of the commit where it left another. Plain data, fit for another thread. */
export interface BranchPolicy {
	/** The branch or commit that the policy comes from, as people know it. */
	readonly from: string;
	/** The commit where this branch left it. */
	readonly commit: string;
	/** Whether texts may have been left out when the repository was cloned. */
	readonly filtered: boolean;
	/** The config there, all it extends merged in; empty where none stood. */
	readonly config: Config;
	readonly layers: readonly ConfigLayer[];
}

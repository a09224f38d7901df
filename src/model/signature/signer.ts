/** Who a signature that was checked is by, as far as it can say: a key. Undefined stands for no signature. */
export type Signer =
	/** A line of a .pub file. */
	| { readonly ssh: string; readonly gpg?: never; readonly problem?: never }
	/** Fingerprints: of the primary key, and of the key below it that signed. */
	| { readonly gpg: readonly string[]; readonly ssh?: never; readonly problem?: never }
	/** It does not hold, or cannot be checked here: why, as a sentence without a full stop. */
	| { readonly problem: string; readonly ssh?: never; readonly gpg?: never };

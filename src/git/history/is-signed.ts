/** Whether a commit, by its bytes, bears a signature, whoever made it and whether it holds: nobody's program is run to look. */
export function isSigned(commit: Buffer): boolean {
	// Headers end at the first empty line; a signature is one of them (git-commit-tree(1), gitformat-signature(5)).
	const end = commit.indexOf('\n\n');
	return end >= 0 && /^gpgsig(?:-sha256)? /m.test(commit.toString('latin1', 0, end));
}

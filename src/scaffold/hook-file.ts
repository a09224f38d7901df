import { shellWord } from '../model/shell-word.ts';

/** The line that checks what is staged; `folder` is the library, relative to the top of the repository. */
export function hookLine(folder: string): string {
	return `sop lint --staged${folder === '' ? '' : ` --cwd ${shellWord(folder)}`}`;
}

/** A pre-commit hook that refuses a commit with errors in its SOPs. Without sop on the machine it says so and lets it pass. */
export function hookFile(folder: string): string {
	const line = hookLine(folder);
	return `#!/bin/sh
# Checks the SOPs and checklists of each commit. To commit without it once: git commit --no-verify
if command -v sop >/dev/null 2>&1; then
	exec ${line}
fi
if npx --no-install sop --version >/dev/null 2>&1; then
	exec npx --no-install ${line}
fi
echo 'sop is not installed here: the documents of this commit are not checked (npm install --global sop-as-code)' >&2
`;
}

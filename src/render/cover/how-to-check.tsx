import type { Cover } from '../../audit/cover.ts';
import { CommandBlock } from '../page/command-block.tsx';

/** How to hold every file against MANIFEST.sha256 in PowerShell: names each that differs or is missing, then counts them. */
export const powerShellCheck =
	// biome-ignore lint/suspicious/noTemplateCurlyInString: PowerShell writes its variables so.
	'$bad = 0; Get-Content -Encoding UTF8 MANIFEST.sha256 | ForEach-Object { $hash, $path = $_ -split \'  \', 2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $path -ErrorAction SilentlyContinue).Hash -ne $hash) { $bad++; "${path}: FAILED" } }; "$bad FAILED"';

const commands = [
	['Linux', 'sha256sum -c MANIFEST.sha256'],
	['macOS', 'shasum -a 256 -c MANIFEST.sha256'],
	['Windows PowerShell', powerShellCheck],
] as const;

const hashes = [
	['Linux', 'sha256sum MANIFEST.sha256'],
	['macOS', 'shasum -a 256 MANIFEST.sha256'],
	['Windows PowerShell', 'Get-FileHash -Algorithm SHA256 MANIFEST.sha256'],
] as const;

/** How a reader makes sure that no file was changed since, with tools that every system has. */
export function HowToCheck({ cover: { previous } }: { readonly cover: Cover }) {
	return (
		<section aria-labelledby="check">
			<h2 id="check">How to check that nothing was changed</h2>
			<p>
				MANIFEST.sha256 has one line for each file of the packet but itself and its signature. In the folder
				of the packet, this holds every file against its line:
			</p>
			<Commands of={commands} />
			<p>
				A file that has no line is not part of the packet. The hash of the packet is the SHA-256 of
				MANIFEST.sha256. It cannot stand here, because the manifest holds the hash of this page. Compare it
				with the one that you were given by another way:
			</p>
			<Commands of={hashes} />
			<dl class="fields">
				<div>
					<dt>Packet before this one</dt>
					<dd>
						{previous === null ? (
							'none: first of its chain'
						) : (
							<>
								hash <code>{previous.manifestSha256}</code>, made at commit <code>{previous.head}</code>
							</>
						)}
					</dd>
				</div>
			</dl>
		</section>
	);
}

function Commands({ of: lines }: { readonly of: readonly (readonly [system: string, command: string])[] }) {
	return (
		<>
			{lines.map(([system, command]) => (
				<div key={command}>
					<p class="system">{system}</p>
					<CommandBlock command={command} />
				</div>
			))}
		</>
	);
}

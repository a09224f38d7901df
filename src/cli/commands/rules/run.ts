import { familyOf } from '../../../lint/presets.ts';
import { rules } from '../../../lint/rules.generated.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ExitCode, exitCode } from '../../exit-code.ts';
import { printTable } from '../../print-table.ts';

/** `sop rules`. */
export async function run(context: CommandContext): Promise<ExitCode> {
	await printTable(context, {
		columns: [
			{ key: 'rule', title: 'Rule' },
			{ key: 'severity', title: 'Severity' },
			{ key: 'fix', title: 'Fix' },
			{ key: 'summary', title: 'Fires when' },
		],
		name: 'rules',
		rows: rules.map(({ name, severity, fix, summary }) => ({
			rule: name,
			family: familyOf(name),
			severity,
			fix: fix?.safety ?? null,
			summary,
		})),
	});
	return exitCode.clean;
}

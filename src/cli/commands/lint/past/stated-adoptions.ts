import type { StatedAdoption } from '../../../../lint/history-subject.ts';
import { dayAt } from '../../../../model/zone.ts';
import { knownConfigs } from '../../../history/known-configs.ts';
import type { OpenRecord } from '../../../history/open-record.ts';
import { firstApproval } from '../../../history/policy-at.ts';

/** The days of adoption that valid configs of the mainline stated, oldest first, each once in a row. */
export async function statedAdoptions(record: OpenRecord): Promise<readonly StatedAdoption[]> {
	const { history, policy } = record;
	const approved = firstApproval(record.history) ?? Number.POSITIVE_INFINITY;
	const stated: StatedAdoption[] = [];
	for (const { position, config } of await knownConfigs(record)) {
		const commit = history.mainline.at(position);
		if (config === undefined || commit === undefined) continue;
		const { adopted } = config;
		if (stated.length > 0 && adopted === stated.at(-1)?.adopted) continue;
		const day = dayAt(commit.time, policy.zone);
		stated.push({ adopted, commit: commit.id, day, afterApprovals: approved < position });
	}
	return stated;
}

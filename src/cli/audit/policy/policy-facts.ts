import type { AuditedPolicy } from '../../../audit/audited-policy.ts';
import { packDigest } from '../../../audit/basis-digests.ts';
import { clausePacks } from '../../../model/clause-packs/packs.ts';
import type { Config } from '../../../model/documents.generated.ts';
import { knownConfigs } from '../../history/known-configs.ts';
import type { OpenRecord } from '../../history/open-record.ts';
import { auditedSettings } from './audited-settings.ts';
import { baselineCounts } from './baseline-counts.ts';
import { loosenedBy } from './loosened-by.ts';
import { policyChanges } from './policy-changes.ts';
import type { PolicyPeriod } from './policy-period.ts';

/** What the library asked of itself over a period, by what its mainline shows; the checkout has no part in it. */
export async function policyFacts(record: OpenRecord, asked: PolicyPeriod): Promise<AuditedPolicy> {
	const { opening, closing } = asked.positions;
	const configs = await knownConfigs(record);
	const configAt = (position: number): Config | undefined =>
		configs.findLast((one) => one.position <= position)?.config;
	const [before, now] = [configAt(opening), configAt(closing)];
	const { changes, registers } = await policyChanges(record, asked.positions, configs);
	return {
		settings: auditedSettings(before ?? {}, now ?? {}),
		changes,
		loosened: before === undefined || now === undefined ? undefined : loosenedBy(before, now).loosens,
		registers,
		packs: clausePacks.map((pack) => {
			const { framework, name, title, edition, version, date, status } = pack;
			const isNamed = (now?.frameworks ?? []).includes(framework);
			return { framework, name, title, edition, version, date, status, digest: packDigest(pack), isNamed };
		}),
		baselines: await baselineCounts(record, asked),
	};
}

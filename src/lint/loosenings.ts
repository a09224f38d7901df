import type { Problem } from '../diagnostics/problem.ts';
import type { Severity } from '../diagnostics/severity.ts';
import type { Config } from '../model/documents.generated.ts';
import { isAnother } from './moved-adoption.ts';
import { inPreset } from './presets.ts';

/** Two configs of one library, and what the older one is called. */
export interface ConfigChange {
	readonly before: Config;
	readonly now: Config;
	/** The branch that the older one stands on: `main`. */
	readonly mainline: string;
	/** The severity of each rule where nothing is set. */
	readonly severities: Readonly<Record<string, Severity>>;
}

/** How much a preset asks for, the least first. `audit` and `recommended` ask the same. */
const presetRank: Readonly<Record<string, number>> = { minimal: 0, recommended: 1, audit: 1, strict: 2 };
const severityRank: Readonly<Record<string, number>> = { off: 0, warning: 1, error: 2 };
const approvalsRank: Readonly<Record<string, number>> = { none: 0, auto: 1, required: 2 };
const trustRank: Readonly<Record<string, number>> = { claimed: 0, signed: 1 };

/** What a config asks less for than an older one. */
export function* loosenings(change: ConfigChange): Generator<Problem> {
	const { before, now, mainline } = change;
	const was = (value: string) => `where ${mainline} says ${value}`;
	const preset = now.preset ?? 'recommended';
	const earlier = before.preset ?? 'recommended';
	if (isLess(presetRank, preset, earlier))
		yield { place: { path: ['preset'] }, message: `The preset is ${preset}, ${was(earlier)}` };
	const approvals = now.approvals ?? 'auto';
	const asked = before.approvals ?? 'auto';
	if (isLess(approvalsRank, approvals, asked))
		yield { place: { path: ['approvals'] }, message: `Approvals are ${approvals}, ${was(asked)}` };
	const trust = now.approval?.trust ?? 'claimed';
	const trusted = before.approval?.trust ?? 'claimed';
	if (isLess(trustRank, trust, trusted))
		yield {
			place: { path: ['approval', 'trust'] },
			message: `Approvals count when ${trust}, ${was(trusted)}`,
		};
	if (isAnother(now.adopted, before.adopted))
		yield {
			place: { path: ['adopted'] },
			message:
				now.adopted === undefined
					? `No day of adoption is set, ${was(before.adopted ?? '')}: what is older would own its numbers`
					: `What is older than ${now.adopted} is not judged, ${was(before.adopted ?? 'no such day')}`,
		};
	const branch = now.mainline ?? 'main';
	const decided = before.mainline ?? 'main';
	if (branch !== decided)
		yield { place: { path: ['mainline'] }, message: `The branch that decides is ${branch}, ${was(decided)}` };
	yield* ofRules(change);
	yield* ofOverrides(change);
	for (const [index, pattern] of added(now.ignore, before.ignore))
		yield {
			place: { path: ['ignore', index] },
			message: `Files that match ${pattern} are ignored, and are not on ${mainline}`,
		};
	for (const [index, pattern] of added(now.ids?.legacy, before.ids?.legacy))
		yield {
			place: { path: ['ids', 'legacy', index] },
			message: `Ids that fit ${pattern} are allowed, and are not on ${mainline}`,
		};
	for (const [, name] of added(before.frameworks, now.frameworks))
		yield {
			place: { path: ['frameworks'] },
			message: `Nothing is held against ${name}, and it is on ${mainline}`,
		};
}

/** Rules that weigh less by their names, whatever the preset: that is told by itself. */
function* ofRules({ before, now, mainline, severities }: ConfigChange): Generator<Problem> {
	const preset = before.preset ?? 'recommended';
	for (const name of new Set([...Object.keys(now.rules ?? {}), ...Object.keys(before.rules ?? {})])) {
		const said = severityOf(now.rules?.[name]);
		const old = severityOf(before.rules?.[name]);
		if (said === old || !isLess(severityRank, said ?? unset(name), old ?? unset(name))) continue;
		yield {
			place: { path: said === undefined ? ['rules'] : ['rules', name] },
			message: `${name} is ${said ?? unset(name)}, where ${mainline} says ${old ?? 'nothing of it'}`,
		};
	}

	function unset(name: string): string {
		const severity = severities[name];
		return severity === undefined ? 'error' : inPreset(preset, { name: ruleName(name), severity });
	}
}

/** A name in the form of a rule's; what is none has no severity. */
function ruleName(name: string): `${string}/${string}` {
	const [family = '', ...problem] = name.split('/');
	return `${family}/${problem.join('/')}`;
}

/** Overrides that are new and ask for less than the config around them, and those that asked for more and are gone. */
function* ofOverrides({ before, now, mainline }: ConfigChange): Generator<Problem> {
	const known = new Set((before.overrides ?? []).map((one) => JSON.stringify(one)));
	const still = new Set((now.overrides ?? []).map((one) => JSON.stringify(one)));
	for (const [index, override] of (now.overrides ?? []).entries()) {
		if (known.has(JSON.stringify(override))) continue;
		const files = (override.files ?? []).join(', ');
		if (override.preset !== undefined && isLess(presetRank, override.preset, before.preset ?? 'recommended'))
			yield {
				place: { path: ['overrides', index, 'preset'] },
				message: `The preset of ${files} is ${override.preset}, and is not on ${mainline}`,
			};
		for (const [name, setting] of Object.entries(override.rules ?? {})) {
			const said = severityOf(setting);
			const around = severityOf(before.rules?.[name]) ?? 'error';
			if (said === undefined || !isLess(severityRank, said, around)) continue;
			yield {
				place: { path: ['overrides', index, 'rules', name] },
				message: `${name} is ${said} for ${files}, and is not on ${mainline}`,
			};
		}
	}
	for (const override of before.overrides ?? []) {
		if (still.has(JSON.stringify(override))) continue;
		const stricter =
			(override.preset !== undefined && isLess(presetRank, now.preset ?? 'recommended', override.preset)) ||
			Object.entries(override.rules ?? {}).some(([name, setting]) => {
				const asked = severityOf(setting);
				return asked !== undefined && isLess(severityRank, severityOf(now.rules?.[name]) ?? 'off', asked);
			});
		if (stricter)
			yield {
				place: { path: ['overrides'] },
				message: `The override for ${(override.files ?? []).join(', ')} is not as it is on ${mainline}`,
			};
	}
}

function isLess(rank: Readonly<Record<string, number>>, now: string, before: string): boolean {
	const most = Math.max(...Object.values(rank));
	return (rank[now] ?? most) < (rank[before] ?? most);
}

/** What a list has that another has not, with its places. */
function added(
	list: readonly string[] | undefined,
	than: readonly string[] | undefined,
): readonly (readonly [number, string])[] {
	return [...(list ?? []).entries()].filter(([, one]) => !(than ?? []).includes(one));
}

/** `off`, `warning` or `error`; undefined where nothing is said. */
function severityOf(setting: unknown): string | undefined {
	const said: unknown =
		typeof setting === 'object' && setting !== null ? Reflect.get(setting, 'severity') : setting;
	return typeof said === 'string' ? said : undefined;
}

import { parseDuration } from '../model/duration.ts';

/** An option of a rule, set in the config beside `severity`. */
export interface RuleOption {
	readonly summary: string;
	/** Also tells its type. */
	readonly default: string | number | boolean | readonly string[];
}

/** The options of each rule, by the rule's name; rules without options have an empty set. */
export type RuleOptions = Readonly<Record<string, Readonly<Record<string, RuleOption>>>>;

/** Whether a value is of the type of an option: a rule may be handed no other. */
export function fitsType({ default: usual }: RuleOption, value: unknown): boolean {
	if (Array.isArray(usual)) {
		return Array.isArray(value) && value.every((one) => typeof one === 'string' || Number.isSafeInteger(one));
	}
	return typeof value === typeof usual;
}

/** What a value of an option must be, in words, where it is something else; undefined where it can be used. */
export function optionDefect(option: RuleOption, value: unknown): string | undefined {
	const { default: usual } = option;
	const isDuration = typeof usual === 'string' && parseDuration(usual) !== undefined;
	const isRight = !isDuration || (typeof value === 'string' && parseDuration(value) !== undefined);
	if (fitsType(option, value) && isRight) return undefined;
	if (Array.isArray(usual)) return `a list, such as [${usual.slice(0, 3).join(', ')}]`;
	if (typeof usual === 'boolean') return 'true or false';
	const what = isDuration ? 'a length of time' : typeof usual === 'number' ? 'a number' : 'a text';
	return `${what}, such as ${String(usual)}`;
}

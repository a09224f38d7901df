import { isVersion } from '../version-number.ts';

/** What a text of a document says of itself at its top. */
export interface Header {
	readonly id: string | undefined;
	readonly version: string | undefined;
	/** First day in force that it states, YYYY-MM-DD. */
	readonly effective: string | undefined;
}

/** What ends a value: nothing but a comment, and a next line that does not go on with it. */
const end = '[ \\t]*(?:[ \\t]#.*)?(?:\\r?\\n(?=(?:[ \\t]*\\r?\\n)*[^\\s])|(?:\\s*$(?![\\s\\S])))';
// Without quotes `null` and `1e-5` are no texts: a letter at the beginning and a hyphen further on make one.
const plainId = new RegExp(
	`^id:[ \\t]+(?:(["'])(?<quoted>[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,63})\\1|(?<bare>\\p{L}[\\p{L}\\p{N}._/]{0,31}-[\\p{L}\\p{N}._/-]{0,31}))${end}`,
	'mu',
);
const plainVersion = new RegExp(`^version:[ \\t]+(["'])([0-9]+(?:\\.[0-9]+){0,3})\\1${end}`, 'm');
const plainDay = new RegExp(`^effective:[ \\t]+(["']?)([0-9]{4}-[0-9]{2}-[0-9]{2})\\1${end}`, 'm');

/**
 * The header of a text whose keys are plainly written at its top, without parsing it: tens of thousands of old texts
 * are told apart by it. Undefined where id or version are written in any other way: then the value has to tell.
 */
export function plainHeader(text: string): Header | undefined {
	const { quoted, bare } = plainId.exec(text)?.groups ?? {};
	const id = quoted ?? bare;
	const version = plainVersion.exec(text)?.[2];
	if (id === undefined || version === undefined) return undefined;
	const effective = plainDay.exec(text)?.[2];
	if (effective === undefined && /^effective:/m.test(text)) return undefined;
	return { id, version, effective };
}

/** The header as the content value has it: what YAML made of the text. */
export function headerOfValue(value: unknown): Header {
	const textAt = (key: string) => {
		const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
		return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
	};
	const [id, version, effective] = [textAt('id'), textAt('version'), textAt('effective')];
	return {
		// One that begins with a sign could be taken for a path.
		id: id !== undefined && /^[\p{L}\p{N}]\S*$/u.test(id) ? id : undefined,
		version: version !== undefined && isVersion(version) ? version : undefined,
		effective,
	};
}

/** The bytes of a base64 text; undefined unless it is written in the one way in which these bytes are (RFC 4648 §3.5). */
export function exactBase64(text: string): Buffer | undefined {
	const bytes = Buffer.from(text, 'base64');
	return bytes.toString('base64') === text ? bytes : undefined;
}

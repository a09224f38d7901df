// Writes everything that is derived from the schemas and from the rule files. Run by `npm run generate`.
import { fileURLToPath } from 'node:url';
import { documentTypes } from './generate/document-types.mjs';
import { knownKeys } from './generate/known-keys.mjs';
import { ruleIndex } from './generate/rule-index.mjs';
import { readSchemas } from './generate/schemas.mjs';
import { validatorModule, validatorTypes } from './generate/validators.mjs';
import { writeIfChanged } from './generate/write-if-changed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const schemas = await readSchemas(`${root}schemas`);
const isRecord = (schema) => schema.kind.startsWith('record-');
const records = schemas.filter(isRecord);
const documents = schemas.filter((schema) => schema.kind !== 'common' && !isRecord(schema));

await writeIfChanged(`${root}src/model/documents.generated.ts`, documentTypes(schemas));
await writeIfChanged(`${root}src/schema/known-keys.generated.ts`, knownKeys(schemas));
await writeIfChanged(`${root}src/schema/validators.generated.js`, validatorModule(schemas, documents));
await writeIfChanged(`${root}src/schema/validators.generated.d.ts`, validatorTypes(documents));
await writeIfChanged(`${root}src/schema/record-validators.generated.js`, validatorModule(schemas, records));
await writeIfChanged(`${root}src/schema/record-validators.generated.d.ts`, validatorTypes(records));
// Last, so that a rule file that is not finished yet stops nothing else.
await writeIfChanged(`${root}src/lint/rules.generated.ts`, await ruleIndex(`${root}src/lint/rules`));

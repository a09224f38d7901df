import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/lint/rules.generated.ts';
import { printClause } from '../../../src/model/clause-packs/print-clause.ts';
import { frameworks } from '../../../src/model/clause-packs/packs.ts';
test('x', () => { console.log([...new Set(rules.flatMap((r)=>r.clauses))].sort().map(c=>c+' -> '+printClause(c)).join('\n')); });

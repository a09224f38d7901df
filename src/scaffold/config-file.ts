import { yamlText } from '../source/yaml-text.ts';

/** What of a config is known when a library is laid out. */
export interface ConfigFacts {
	/** 32 hexadecimal digits. */
	readonly library: string;
	/** The branch that decides what is in force, where it is not called main. */
	readonly mainline: string | undefined;
	/** IANA name; undefined for UTC. */
	readonly timezone: string | undefined;
}

/** `sop.config.yaml` of a new library: its id, and every other setting as a comment with its default. */
export function configFile({ library, mainline, timezone }: ConfigFacts): string {
	return `# yaml-language-server: $schema=.sop/schemas/config.schema.json
# Settings of this library. All but the id have defaults; take out the # before a line to change one.
format: 1
library: "${library}"  # tells this library from every other; never change it

${mainline === undefined ? '# mainline: main' : `mainline: ${yamlText(mainline)}`}  # the branch that decides what is in force
${timezone === undefined ? '# timezone: UTC' : `timezone: ${yamlText(timezone)}`}  # where days begin and end

# preset: recommended  # minimal, recommended, strict or audit: which rules, and how severe
# rules:
#   review/overdue:
#     severity: warning
# overrides:
#   - files:
#       - sops/legacy/**
#     preset: minimal

# functions:  # beside finance, hr, it, legal, facilities and data
#   - id: treasury
#     code: TRS  # its SOPs are called SOP-TRS-001, SOP-TRS-002 …

# approvals: auto  # auto: needed from the first record on; required: always; none: never
# approval:
#   trust: claimed  # signed: approvals and the like need a signature that can be verified
# adopted: 2026-01-01  # what is older lived elsewhere and is not judged
# frameworks:  # clause packs: iso-9001, iso-13485, cfr-11, eu-gmp, soc-2, iso-27001, nist-800-53, hipaa, sox, coso
#   - iso-9001

# defaults:  # what documents have where they say nothing
#   retention: 7 years
#   review: 1 year
#   classification: internal
# abbreviations:  # that need no definition here
#   - ERP
# ignore:  # files that are no documents
#   - drafts/**
`;
}

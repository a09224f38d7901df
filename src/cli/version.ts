declare const SOP_VERSION: string | undefined;

/** The version of `sop`, put in by the build; `0.0.0-source` when run from the sources, as tests do. */
export const version: string = typeof SOP_VERSION === 'undefined' ? '0.0.0-source' : SOP_VERSION;

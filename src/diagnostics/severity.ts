/** How much a finding weighs: an error fails a document, a warning asks for attention. */
export type Severity = 'error' | 'warning';

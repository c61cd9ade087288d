// Findings become a log in SARIF 2.1.0, the format that code review and editors read.
// OASIS: Static Analysis Results Interchange Format (SARIF) Version 2.1.0.
// Its form is that of the official schema, by the types that are made from it.
import type { Log } from 'sarif'
import type { PlacedFinding } from './place.ts'
import type { Rule } from './rules/rule.ts'

const LEVELS = { warning: 'warning', info: 'note' } as const

export type CheckedPlan = { path: string; sha256: string; mediaType: string; findings: readonly PlacedFinding[] }

/** One run. The offsets of a finding count in the plan's `text`, not in the bytes of the file: they stand under properties. */
export function toSarif(plans: readonly CheckedPlan[], rules: readonly Rule[], language: 'vi' | 'en', version: string): Log {
  const indexes = new Map(rules.map(({ id }, i) => [id, i]))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kehoach',
            semanticVersion: version,
            language,
            rules: rules.map(({ id, severity, about }) => ({
              id,
              shortDescription: { text: about[language] },
              defaultConfiguration: { level: LEVELS[severity] },
              properties: { about },
            })),
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        artifacts: plans.map(({ path, sha256, mediaType }) => ({
          location: { uri: uriOf(path) },
          mimeType: mediaType,
          hashes: { 'sha-256': sha256 },
        })),
        results: plans.flatMap(({ path, findings }, index) =>
          findings.map(({ rule, severity, text, span, words, page, sectionId, fingerprint }) => ({
            ruleId: rule,
            ruleIndex: indexes.get(rule)!,
            level: LEVELS[severity],
            message: { text: text[language] },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(path), index },
                  ...(words !== null && { region: { snippet: { text: words } } }),
                },
                ...(sectionId !== null && { logicalLocations: [{ fullyQualifiedName: sectionId, kind: 'section' }] }),
              },
            ],
            partialFingerprints: { 'kehoach/v1': fingerprint },
            properties: { text, page, span },
          })),
        ),
      },
    ],
  }
}

/** A relative reference; a name that holds “:” before any slash would else be taken for a scheme. */
function uriOf(path: string): string {
  const uri = path.split('/').map(encodeURIComponent).join('/')
  return uri === '' ? '.' : uri
}

// The public API: bytes → plan, folders → plans, plans → findings, comparisons and other forms, and what a plan is.
export { type Archive, ArchiveError, openArchive, type PlanEntry } from './archive/index.ts'
export { RULES as CHECK_RULES, type Rule } from './check/lint.ts'
export type { PlacedFinding } from './check/place.ts'
export { type CheckOptions, checkPlan } from './check/plan.ts'
export { cascadeOf } from './compare/cascade.ts'
export { diffPlans, isSame } from './compare/index.ts'
export { compareArchive, type MatrixOptions } from './compare/matrix.ts'
export { toAkn } from './export/akn/index.ts'
export { type Chunk, type ChunkOptions, toChunks } from './export/chunks.ts'
export { toHtml } from './export/html/index.ts'
export { toIcs } from './export/ics.ts'
export {
  type ExportOptions,
  exportPlans,
  FORMAT_NAMES,
  type Format,
  type FormatName,
  MissingPackageError,
  OddPlanError,
  openFormat,
  type Source,
  TargetInUseError,
  TooLargeError,
} from './export/index.ts'
export { toMarkdown } from './export/markdown.ts'
export {
  type FileChange,
  type FileStatus,
  FolderInUseError,
  type IngestedFile,
  type IngestedPage,
  type IngestOptions,
  ingest,
  type Limits,
  type ManifestLine,
  MissingInputError,
  type PlanDigest,
  planFileName,
  planJson,
} from './ingest/index.ts'
export type { Cascade } from './model/cascade.ts'
export type { Diff } from './model/diff.ts'
export { LexiconError, type RefusalReason, UnreadableError } from './model/errors.ts'
export { type Lexicon, type LexiconEntry, lexiconModel } from './model/lexicon.ts'
export type { Matrix } from './model/matrix.ts'
export { MESSAGE_CODES, type MessageCode } from './model/message.ts'
export {
  type Assignment,
  type Box,
  type Comparator,
  type DateMention,
  type Deadline,
  type Header,
  type Indicator,
  type Issuer,
  type LegalReference,
  type Mention,
  type PageInfo,
  type Phase,
  type Plan,
  type PlanTable,
  type ProvinceRef,
  planModel,
  planSchema,
  type Section,
  type SectionRole,
  type SeriesCell,
  type Signature,
  type Signer,
  type Span,
  type TextOrigin,
} from './model/plan.ts'
export { type OcrCache, type PageProgress, type ParseOptions, parsePlan } from './pipeline.ts'
export { type Path, pathOf } from './text/paths.ts'
export { VERSION } from './version.ts'

// Comparisons become text for people and for spreadsheets: one report, written as Markdown, HTML or, by the command line, for a terminal.
export { cascadeCsv, cascadeReport } from './cascade.ts'
export { diffReport } from './diff.ts'
export { diffCsv } from './diff-csv.ts'
export { REPORT_STYLE, reportBody, reportHtml } from './html.ts'
export { reportMarkdown } from './markdown.ts'
export { matrixReport } from './matrix.ts'
export { matrixCsv } from './matrix-csv.ts'
export type { Report } from './report.ts'

// Comparisons become text for people and for spreadsheets: one report, written as Markdown, HTML or, by the command line, for a terminal.
export { cascadeCsv, cascadeReport } from './cascade.ts'
export { diffCsv, diffReport } from './diff.ts'
export { REPORT_STYLE, reportBody, reportHtml } from './html.ts'
export { reportMarkdown } from './markdown.ts'
export { matrixCsv, matrixReport } from './matrix.ts'
export type { Report } from './report.ts'

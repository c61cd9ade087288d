// A program that stands in for Tesseract: it reads the same line on every page, and notes how it was called and when.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const WORDS = 'Sở Y tế lập kế hoạch tiêm chủng cho trẻ em trong tỉnh'.split(' ')

/** Puts it before everything else that is called so. */
export function standInTesseract(folder: string) {
  const bin = join(folder, 'bin')
  const log = join(folder, 'tesseract.log')
  mkdirSync(bin)
  const spans = WORDS.map(
    (word, i) => `<span class='ocrx_word' title='bbox ${100 + 90 * i} 100 ${170 + 90 * i} 140; x_wconf 95'>${word}</span>`,
  )
  const line = `<span class='ocr_line' title="bbox 100 100 ${100 + 90 * WORDS.length} 140; baseline 0 -8; x_size 40; x_descenders 8; x_ascenders 8">${spans.join(' ')}</span>`
  writeFileSync(join(folder, 'page.hocr'), `<div class='ocr_page'><div class='ocr_carea'>${line}</div></div>`)
  writeFileSync(join(folder, 'empty.hocr'), "<div class='ocr_page'></div>")
  writeFileSync(
    join(bin, 'tesseract'),
    `#!/bin/sh
case "$1" in
  --version) echo "tesseract 5.3.0" ;;
  --list-langs) printf 'List of available languages in "/nowhere/" (1):\\nvie\\n' ;;
  *)
    echo "begin $OMP_THREAD_LIMIT $*" >> "${log}"
    cat > /dev/null
    sleep 0.1
    case "$*" in
      *"--psm 3 "* | *"--psm 6 "*) cat "${folder}/page.hocr" ;;
      *) cat "${folder}/empty.hocr" ;;
    esac
    echo "end" >> "${log}" ;;
esac
`,
  )
  chmodSync(join(bin, 'tesseract'), 0o755)
  const { PATH } = process.env
  process.env.PATH = `${bin}${delimiter}${PATH}`
  return {
    /** `begin <OMP_THREAD_LIMIT> <arguments>` and `end`, in their order. */
    calls: (): string[] => {
      try {
        return readFileSync(log, 'utf8').trim().split('\n')
      } catch {
        return []
      }
    },
    stop: () => {
      process.env.PATH = PATH
    },
  }
}

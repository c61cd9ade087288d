// A program that stands in for Tesseract: it reads the same line on every page, and notes how it was called and when. It stays where
// it is asked to, and holds its output back as the real one does.
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
    case "$*" in
      *"--psm 3 "* | *"--psm 6 "*) words="${folder}/page.hocr" ;;
      *) words="${folder}/empty.hocr" ;;
    esac
    read_one() {
      echo "begin $OMP_THREAD_LIMIT $*" >> "${log}"
      sleep 0.1
      cat "$words"
      echo "end" >> "${log}"
    }
    case "$*" in
      *stream_filelist=1*)
        while read -r file; do
          case "$file" in
            */./*) printf '%s' "<div class='ocr_page' title='image \\"$file\\"; bbox 0 0 40 40'></div>" ;;
            *) test -s "$file" || exit 1; read_one "$@" ;;
          esac
        done | dd obs=4096 2> /dev/null ;;
      *) cat > /dev/null; read_one "$@" ;;
    esac ;;
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

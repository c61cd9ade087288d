// A PDF's pages become pages that lie turned in the file and carry /Rotate, so that they look as before.

/** Appends new versions of the page objects (an incremental update, ISO 32000-1, 7.5.6); the file must hold them in the open. */
export function turnPages(bytes, degrees) {
  let file = bytes.toString('latin1')
  const size = Number(/\/Size (\d+)/.exec(file.slice(file.lastIndexOf('trailer')))[1])
  const root = /\/Root (\d+ 0 R)/.exec(file.slice(file.lastIndexOf('trailer')))[1]
  const start = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)[1]
  const pages = [...file.matchAll(/(\d+) 0 obj\s*(<<(?:(?!endobj)[\s\S])*?\/Type\s*\/Page(?![a-z])[\s\S]*?)endobj/g)]
  const sizeOf = (page) => /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(page)
  const box = sizeOf(pages[0][2]) ?? sizeOf(file)
  const [width, height] = [Number(box[1]), Number(box[2])]
  const matrix = degrees === 90 ? `0 1 -1 0 ${height} 0` : `0 -1 1 0 0 ${width}`
  const places = []
  const append = (number, body) => {
    places.push(`${number} 1\n${String(file.length).padStart(10, '0')} 00000 n \n`)
    file += `${number} 0 obj\n${body}\nendobj\n`
  }
  if (!file.endsWith('\n')) file += '\n'
  const begin = `q ${matrix} cm\n`
  append(size, `<</Length ${begin.length}>>\nstream\n${begin}\nendstream`)
  append(size + 1, '<</Length 2>>\nstream\nQ\n\nendstream')
  for (const [, number, page] of pages) {
    const turned = page
      .replace(/\/MediaBox\s*\[[^\]]*\]/, '')
      .replace(/\/Rotate \d+/, '')
      .replace(/\/Contents (\d+ 0 R)/, `/Contents [${size} 0 R $1 ${size + 1} 0 R]`)
      .replace(/^<</, `<</Rotate ${degrees}/MediaBox[0 0 ${height} ${width}]`)
    append(number, turned.trim())
  }
  const at = file.length
  file += `xref\n${places.join('')}trailer\n<</Size ${size + 2}/Root ${root}/Prev ${start}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

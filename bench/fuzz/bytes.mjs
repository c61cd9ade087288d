// Bytes become other bytes, whatever they mean: flipped, cut, repeated, moved, joined with those of another file.

// Limits of what fields hold.
const EXTREMES = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

const DEEDS = [
  [6, flipBits],
  [4, setBytes],
  [3, setNumber],
  [3, cutEnd],
  [2, cutStart],
  [3, dropPart],
  [3, repeatPart],
  [3, swapParts],
  [2, insertNoise],
  [2, fillPart],
]

/** Changes some places of the bytes. */
export function mutateBytes(bytes, chance) {
  return chance.weighed(DEEDS)(bytes, chance)
}

/** The beginning of one file and the end of another. */
export function splice(first, second, chance) {
  const [head, tail] = [chance.below(first.length + 1), chance.below(second.length + 1)]
  return Buffer.concat([first.subarray(0, head), second.subarray(tail)])
}

function rangeOf(bytes, chance) {
  const start = chance.below(bytes.length + 1)
  return [start, Math.min(bytes.length, start + chance.some(bytes.length + 1))]
}

function flipBits(bytes, chance) {
  const changed = Buffer.from(bytes)
  for (let i = chance.some(64); i > 0 && bytes.length > 0; i--) changed[chance.below(bytes.length)] ^= 1 << chance.below(8)
  return changed
}

function setBytes(bytes, chance) {
  const changed = Buffer.from(bytes)
  for (let i = chance.some(64); i > 0 && bytes.length > 0; i--) changed[chance.below(bytes.length)] = chance.below(256)
  return changed
}

function setNumber(bytes, chance) {
  const changed = Buffer.from(bytes)
  for (let i = chance.some(8); i > 0 && bytes.length >= 4; i--) {
    const at = chance.below(bytes.length - 3)
    const value = chance.pick(EXTREMES)
    if (value > 0xffff || chance.is(0.3)) changed[chance.is(0.5) ? 'writeUInt32LE' : 'writeUInt32BE'](value, at)
    else changed[chance.is(0.5) ? 'writeUInt16LE' : 'writeUInt16BE'](value, at)
  }
  return changed
}

function cutEnd(bytes, chance) {
  return bytes.subarray(0, chance.below(bytes.length + 1))
}

function cutStart(bytes, chance) {
  return bytes.subarray(Math.min(bytes.length, chance.some(bytes.length + 1)))
}

function dropPart(bytes, chance) {
  const [start, end] = rangeOf(bytes, chance)
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
}

function repeatPart(bytes, chance) {
  const [start, end] = rangeOf(bytes, chance)
  const times = end - start > 2_000 ? 2 : chance.some(50)
  return Buffer.concat([bytes.subarray(0, end), ...Array(times).fill(bytes.subarray(start, end)), bytes.subarray(end)])
}

function swapParts(bytes, chance) {
  const [start, end] = rangeOf(bytes, chance)
  const to = chance.below(end + 1)
  const part = bytes.subarray(start, end)
  const rest = Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)])
  return Buffer.concat([rest.subarray(0, to), part, rest.subarray(to)])
}

function insertNoise(bytes, chance) {
  const at = chance.below(bytes.length + 1)
  const noise = Buffer.from(Array.from({ length: chance.some(500) }, () => chance.below(256)))
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
}

function fillPart(bytes, chance) {
  const [start, end] = rangeOf(bytes, chance)
  return Buffer.from(bytes).fill(chance.pick([0, 0x20, 0xff]), start, end)
}

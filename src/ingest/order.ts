// One order of names for all machines: by code units, whatever the language of the system.

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

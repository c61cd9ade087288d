// What parseArgs complains of becomes a complaint in the user's language.
import { UsageError } from './language.ts'

/** Runs a call of parseArgs. Throws UsageError for unknown or misused options. */
export function checkedOptions<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('ERR_PARSE_ARGS')) throw error
    const option = /'(?<option>-[^' ]*)/.exec(message)?.groups?.option ?? ''
    throw new UsageError(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
        ? { vi: `không có tùy chọn “${option}”`, en: `no option “${option}”` }
        : { vi: `tùy chọn “${option}” dùng sai hoặc thiếu giá trị`, en: `option “${option}” is misused or lacks its value` },
    )
  }
}

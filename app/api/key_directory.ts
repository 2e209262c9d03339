import { Remembered } from '#app/identity'
import { noticeBoard } from '#kernel/tenancy/notice_board'
import { announce, coreSql } from '#kernel/tenancy/sql'
import { readKeyText, secretFits } from './key_text.ts'
import ApiKey from './models/api_key.ts'

/** Announced with the prefix of a key that was revoked or changed hands. */
const KEYS_CHANGED = 'freehold_api_keys'
const TOUCH_EVERY = 5 * 60_000

const known = new Remembered<ApiKey>(10_000)
noticeBoard.on(KEYS_CHANGED, (prefix) => known.forget(prefix))
noticeBoard.onGap(() => known.forgetAll())

/** The key that a program sent, as read in the last 10 seconds; null for a wrong, ended or revoked one. */
export async function keySent(text: string): Promise<ApiKey | null> {
  const parts = readKeyText(text)
  if (!parts) return null
  const key = await known.read(parts.prefix, () => ApiKey.findBy('prefix', parts.prefix))
  return key?.isOpen && secretFits(parts.secret, key.secretHash) ? key : null
}

/** Drops what every process remembers of a key. */
export async function keyChanged(prefix: string): Promise<void> {
  known.forget(prefix)
  await announce(KEYS_CHANGED, prefix)
}

const touched = new Map<string, number>()

/** Notes that a key was used, at most every five minutes. */
export async function noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
  const noted = Math.max(touched.get(id) ?? 0, lastUsedAt?.toMillis() ?? 0)
  if (Date.now() - noted < TOUCH_EVERY) return
  if (touched.size > 20_000) touched.clear()
  touched.set(id, Date.now())
  await coreSql(
    `update api_keys set last_used_at = now()
      where id = ? and (last_used_at is null or last_used_at < now() - interval '5 minutes')`,
    [id]
  )
}

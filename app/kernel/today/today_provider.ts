import type { HttpContext } from '@adonisjs/core/http'

/** Whose day it is, and where: a request, or the morning's letter. */
export type TodayContext = Pick<HttpContext, 'i18n' | 'staff' | 'tenant'>

/**
 * How much a thing presses; the list of Today is sorted by it. Take a band, and add up to 99 for
 * what presses more than others in it, such as the days that something is late.
 */
export const todayRank = {
  /** Somebody waits for an answer: a new lead, a reply, a call back. */
  waiting: 900,
  /** It was due on an earlier day. */
  late: 700,
  /** It is due today. */
  due: 500,
  /** Today, and somebody else looks after it. */
  others: 300,
  /** It comes within the next days. */
  soon: 100,
} as const

/** One tap to somebody; a tap on it is logged where `log` says. */
export interface TodayWay {
  kind: 'call' | 'whatsapp' | 'email' | 'sms'
  href: string
  label: string
  log?: string
}

export interface TodayItem {
  /** Names the item in the page: `follow-up-<id>`. */
  key: string
  /** Whom or what it is about, and where that is shown. */
  subject: string
  url: string
  initials?: string
  /** What is to be done. */
  title: string
  /** Why now, in words: "2 days late". */
  reason: string
  isLate?: boolean
  details?: string | null
  /** See `todayRank`. */
  rank: number
  ways?: TodayWay[]
  /** Where a post says that it is done, and where one with `days` puts it off: both get `back=today`, and answer with `renderToday`. */
  done?: string
  later?: string
}

/** What a module has to say about today; its manifest names the file with `today`. */
export interface TodayProvider {
  /** Who lacks it is not asked for anything. */
  permission: string | null
  /** The most pressing ones that this person reaches, at most `limit`, in one query. */
  items(ctx: TodayContext, limit: number): Promise<TodayItem[]>
}

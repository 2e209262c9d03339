import type { HttpContext, Router } from '@adonisjs/core/http'
import type { ListenersFile } from '#kernel/events/listener'
import type { MarketKey } from '#kernel/markets/market_pack'
import type { Reach } from '#kernel/tenancy/actor'
import type { SearchProvider } from '#kernel/search/search_provider'
import type { PlaceProvider } from '#kernel/places/place_provider'
import type { TodayProvider } from '#kernel/today/today_provider'
import type { ScheduledJob } from '#kernel/jobs/job'
import type { MailReceiver } from '#kernel/mail/mail_receiver'
import type { ApiDescription } from './api_description.ts'

/** The six surfaces on which a module may show itself. */
export type SurfaceName = 'workspace' | 'portal' | 'site' | 'platform' | 'console' | 'api'

export type RoutesFile = Partial<Record<SurfaceName, (router: Router) => void>>

/** How far each staff role may use a permission before the agency changes it. */
export type RoleGrants = Record<string, Reach>

export interface MenuEntry {
  label: string
  icon: string
  /** Name of the route that the entry leads to. */
  route: string
  permission: string
}

export interface SettingsPage {
  label: string
  /** What it is for, in a sentence. */
  text: string
  icon: string
  route: string
  permission: string
}

export interface DemoPlace {
  slug: string
  market: MarketKey
  /** `YYYY-MM-DD` in the agency's time zone. */
  today: string
}

export interface DemoSeeder {
  default: (agency: DemoPlace) => Promise<void>
}

/**
 * What a module adds to the house: plain data and lazy imports, nothing runs. Only `name` and
 * `title` are required. `requires` names modules whose front door this one may enter and that
 * must be on wherever this one is.
 */
export interface ModuleManifest {
  name: string
  /** i18n key; `<name>.summary` says in a sentence what the module does. */
  title: string
  icon?: string
  requires?: string[]
  /** Permission (`<module>.<verb>`) to the roles that hold it from the start. */
  permissions?: Record<string, RoleGrants>
  menu?: MenuEntry[]
  /** What can be created from anywhere: routes of forms. */
  create?: MenuEntry[]
  settings?: SettingsPage[]
  /** Name of an outlet to the partials that fill it. */
  outlets?: Record<string, string[]>
  /** Outlets that this module's own pages offer to others. */
  offers?: string[]
  search?: () => Promise<{ default: SearchProvider }>
  /** What this person should do now; see `TodayProvider`. */
  today?: () => Promise<{ default: TodayProvider }>
  /** Places that people may name besides those of the market; see `PlaceProvider`. */
  places?: () => Promise<{ default: PlaceProvider }>
  events?: { tells?: string[]; hears?: string[] }
  jobs?: ScheduledJob[]
  quotas?: string[]
  privacy?: () => Promise<unknown>
  demo?: () => Promise<DemoSeeder>
  /** What stands at the root of the agency's public site; the first module that is on with one. */
  front?: () => Promise<{ default: (ctx: HttpContext) => Promise<unknown> }>
  routes?: () => Promise<RoutesFile>
  /** What becomes of mail to `<name>+<token>@…`. */
  mail?: () => Promise<{ default: MailReceiver }>
  /** What the API's document says of the module's endpoints. */
  api?: () => Promise<{ default: ApiDescription }>
  listeners?: () => Promise<ListenersFile>
}

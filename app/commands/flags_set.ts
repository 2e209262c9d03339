import { BaseCommand, args, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import type { Flag } from '#kernel/flags/flag'
import { allFlags, saveFlag } from '#kernel/flags/flags'
import { coreSql } from '#kernel/tenancy/sql'

export default class FlagsSet extends BaseCommand {
  static commandName = 'flags:set'
  static description = 'Make or change a feature flag; what is not named stays as it is'
  static options: CommandOptions = { startApp: true }

  @args.string({ description: 'Name of the flag, for example contacts.merge' })
  declare name: string

  @flags.boolean({ description: 'The main switch: --on, or --no-on for off' })
  declare on?: boolean

  @flags.number({ description: 'Percentage of the agencies that have it' })
  declare rollout?: number

  @flags.array({ description: 'Subdomains of agencies that always have it' })
  declare include?: string[]

  @flags.array({ description: 'Subdomains of agencies that never have it' })
  declare exclude?: string[]

  @flags.array({ description: 'Subdomains of agencies that are taken off both lists' })
  declare release?: string[]

  async run() {
    const problem = this.#problem()
    if (problem) return this.#refuse(problem)
    const slugs = [...(this.include ?? []), ...(this.exclude ?? []), ...(this.release ?? [])]
    const ids = await idsOf(slugs)
    const unknown = slugs.filter((slug) => !ids.has(slug))
    if (unknown.length > 0) return this.#refuse(`No agency is called ${unknown.join(', ')}`)
    await saveFlag(this.#changed(await this.#present(), ids))
    this.logger.success(`${this.name} is set`)
  }

  #problem(): string | null {
    if (!/^[a-z][a-z0-9_.]*$/.test(this.name))
      return 'A name holds small letters, digits, dots and underscores'
    const { rollout = 0 } = this
    const isPercentage = Number.isInteger(rollout) && rollout >= 0 && rollout <= 100
    return isPercentage ? null : 'The roll-out is a whole number from 0 to 100'
  }

  #refuse(sentence: string): void {
    this.exitCode = 1
    this.logger.error(sentence)
  }

  async #present(): Promise<Flag> {
    const known = (await allFlags()).find((flag) => flag.name === this.name)
    const fresh = { name: this.name, enabled: false, rolloutPercentage: 100 }
    return known ?? { ...fresh, included: new Set(), excluded: new Set() }
  }

  /** An agency is on one list at most. */
  #changed(flag: Flag, ids: ReadonlyMap<string, string>): Flag {
    const pick = (slugs: string[] = []) => new Set(slugs.map((slug) => ids.get(slug)!))
    const [include, exclude, release] = [this.include, this.exclude, this.release].map(pick)
    return {
      name: flag.name,
      enabled: this.on ?? flag.enabled,
      rolloutPercentage: this.rollout ?? flag.rolloutPercentage,
      included: flag.included.difference(exclude).difference(release).union(include),
      excluded: flag.excluded.difference(include).difference(release).union(exclude),
    }
  }
}

async function idsOf(slugs: string[]): Promise<Map<string, string>> {
  const { rows } = await coreSql<{ id: string; slug: string }>(
    'select id, slug from tenants where slug = any(?)',
    [slugs]
  )
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

import { FleetCommand } from '#kernel/fleet/fleet_command'
import { type JobLine, jobOverview } from '#kernel/jobs/job_overview'

export default class JobsList extends FleetCommand {
  static commandName = 'jobs:list'
  static description = 'List every job: what starts it, when it last ran and how that ended'

  async work() {
    const table = this.ui.table().head(['Job', 'Module', 'Starts', 'Last run', 'Outcome', 'Took'])
    for (const line of await jobOverview()) table.row(cells(line))
    table.render()
  }
}

function cells({ name, module, starts, last }: JobLine): string[] {
  const startedAt = last ? `${last.startedAt.toISOString().slice(0, 19)}Z` : 'never'
  const took = last?.endedAt ? `${last.endedAt.getTime() - last.startedAt.getTime()} ms` : ''
  return [name, module ?? 'host', starts, startedAt, outcomeOf(last), took]
}

function outcomeOf(last: JobLine['last']): string {
  if (!last) return ''
  const words = [last.outcome ?? 'running or cut off', last.error].filter(Boolean)
  return words.join(': ')
}

import logger from '@adonisjs/core/services/logger'
import type { LongRun } from '#kernel/events/listener'
import { marketPack } from '#kernel/markets/packs'
import type { MarketPack } from '#kernel/markets/market_pack'
import { unit } from '#kernel/tenancy/tenancy'
import { type KeptFinding, keepFindings } from '../actions/keep_findings.ts'
import { type UnaskedPart, unaskedParts } from '../queries/unasked_parts.ts'
import { ask, partsAsked } from './ask.ts'

/** Asked between two units; what was found is kept before the next ones are asked. */
const PAGE = 20
/** A provider that fails so often in one run is left alone until the next. */
const MOST_FAILURES = 3

/** Has phones and addresses of leads looked up that nobody was asked about yet. No unit is open meanwhile. */
export async function lookUp(leadIds: string[], run: LongRun): Promise<void> {
  const parts = partsAsked()
  if (parts.length === 0) return
  const { unasked, market } = await run.inUnit(async () => ({
    unasked: await unaskedParts(leadIds, parts),
    market: marketPack(unit().tenant.market),
  }))
  let failures = 0
  while (unasked.length > 0 && failures < MOST_FAILURES && !run.signal.aborted) {
    const page = unasked.splice(0, PAGE)
    const found = await findingsOn(page, market, MOST_FAILURES - failures)
    failures += found.failures
    await run.inUnit(() => keepFindings(found.findings))
  }
  // Thrown, it is tried again later, for those that are left.
  if (failures > 0) throw new Error(`${failures} look-ups of leads failed`)
}

async function findingsOn(page: UnaskedPart[], market: MarketPack, most: number) {
  const findings: KeptFinding[] = []
  let failures = 0
  for (const one of page) {
    if (failures === most) break
    try {
      findings.push({ ...one, finding: await ask(one, market) })
    } catch (error) {
      failures += 1
      logger.warn(withoutTexts(one, error), 'a look-up of a lead failed')
    }
  }
  return { findings, failures }
}

/** What a provider says of a failure may quote the number: the log keeps its name and code. */
function withoutTexts({ leadId, part }: UnaskedPart, error: unknown) {
  const { name, code } = error as Error & { code?: string | number }
  return { leadId, part, failure: { name, code } }
}
